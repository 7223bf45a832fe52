package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.calls.Recording.Exchange;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.accounts.Person.Outlook;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the wizard says of each person, held against what happens when that person signs
 * in: whoever is said to get in does, into that very account, and whoever is said not to
 * does not.
 */
class WhoGetsInTests {

	private static final Bench BENCH = Bench.usual();

	private static final Map<String, Map<String, Object>> ASKED = new TreeMap<>();

	@BeforeEach
	void connect() {
		BENCH.startOver();
		BENCH.start(BENCH.plan());
	}

	@AfterAll
	static void close() {
		Figures.keep("people-asked", ASKED);
		BENCH.close();
	}

	@ParameterizedTest
	@EnumSource
	@Tag("everyone-signs-in")
	void whoIsSaidToGetInDoesAndNobodyElse(SignInRule rule) {
		rule.arrange(BENCH);
		People people = looked(rule.name(), BENCH.authentikClient());
		assertThat(people.notKnown()).isEmpty();
		assertThatItComesTrue(people);
	}

	@ParameterizedTest
	@EnumSource
	@Tag("everyone-signs-in")
	void whoeverMayNotAskForOthersIsToldNothingWrong(SignInRule rule) {
		rule.arrange(BENCH);
		assertThatItComesTrue(looked(rule.name() + " by a limited token", limited()));
	}

	@Test
	void whoIsBoundByNothingIsNotKnownWhereTheSettingCannotBeRead() {
		People people = looked("unbound and settings hidden", limited());
		assertThat(people.defaultAccess()).isEqualTo(DefaultAccess.UNKNOWN);
		assertThat(people.gettingIn()).isEmpty();
		assertThat(people.with(Verdict.ACCESS_NOT_KNOWN)).isNotEmpty()
			.extracting(Person::unasked)
			.containsOnly(Unasked.TOKEN);
	}

	@Test
	void whoMayNotPreviewOthersIsToldWhichRightIsMissing() {
		SignInRule.BRIDGE_IN_PROFILE.arrange(BENCH);
		People people = looked("no right to preview", limited());
		assertThat(people.with(Verdict.NAME_NOT_KNOWN)).isNotEmpty()
			.extracting(Person::unasked)
			.containsOnly(Unasked.PREVIEW_RIGHT);
	}

	@Test
	void daveIsSaidToGetInUnderTheNameThatDsmGets() {
		SignInRule.CLAIM_OF_ONES_OWN.arrange(BENCH);
		Person dave = named("dave@example.org", looked("dave", BENCH.authentikClient()));
		assertThat(dave.verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(dave.sent()).isEqualTo("dave");
		assertThat(dave.isRenamed()).isTrue();
	}

	@Test
	void twoWhoBecomeOneDsmUserAreBothNamed() {
		SignInRule.TWO_FOR_ONE_ACCOUNT.arrange(BENCH);
		People people = looked("two for one", BENCH.authentikClient());
		assertThat(named("anna", people).sharing()).containsExactly("erin");
		assertThat(named("erin", people).sharing()).containsExactly("anna");
	}

	/** The answer is about bindings as they are; one that stays answers for itself. */
	@Test
	void anotherChoiceIsReckonedAsFarAsTheAnswersReach() {
		SignInRule.ONE_GROUP_OR_NOT_ANOTHER.arrange(BENCH);
		AuthentikSetup authentik = AuthentikSetup.of(BENCH);
		PeopleQuestion asItIs = Questions.asItIs(BENCH.connection(), AuthentikSetup.SLUG);
		People wished = read(asItIs.withWished(authentik.onlyUser("frank")));
		assertThat(named("frank", wished).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(named("grace", wished).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(named("anna", wished).unasked()).isEqualTo(Unasked.OTHER_CHOICE);
	}

	@Test
	void bothGroupsAreNotReckonedBeforeTheyAreBound() {
		AuthentikSetup authentik = AuthentikSetup.of(BENCH).binds("Family").wantsAllBindings();
		PeopleQuestion asItIs = Questions.asItIs(BENCH.connection(), AuthentikSetup.SLUG);
		People wished = read(asItIs.withWished(
				new AccessRestriction(Set.of(authentik.group("Family"), authentik.group("NAS users")), Set.of())));
		assertThat(wished.gettingIn()).isEmpty();
		assertThat(named("anna", wished).unasked()).isEqualTo(Unasked.OTHER_CHOICE);
	}

	@Test
	void whoGainsAndWhoLosesByAnotherChoiceIsTold() {
		AuthentikSetup authentik = AuthentikSetup.of(BENCH).binds("Family");
		PeopleQuestion asItIs = Questions.asItIs(BENCH.connection(), AuthentikSetup.SLUG);
		People before = read(asItIs);
		People after = read(asItIs.withWished(authentik.onlyUser("frank")));
		assertThat(People.gained(before, after)).extracting(Person::username).containsExactly("frank");
		assertThat(People.lost(before, after)).extracting(Person::username).containsExactly("anna");
		assertThat(People.gained(before, before)).isEmpty();
	}

	@Test
	void aHundredAreAskedAtMostAndTheRestIsNotKnown() {
		for (int number = 0; number < 300; number++) {
			BENCH.authentik()
				.people()
				.userComes("colleague-" + number, "Colleague", "c" + number + "@example.org", null, "Family");
			BENCH.nas().account("colleague-" + number).password(DemoAuthentik.PASSWORD);
		}
		SignInRule.BRIDGE_FOR_BOTH_GROUPS.arrange(BENCH);
		People people = looked("300 colleagues", BENCH.authentikClient());
		assertThat(calls("check_access") + calls("preview_user")).isEqualTo(Inquiry.MOST_CALLS);
		assertThat(people.with(Verdict.NAME_NOT_KNOWN)).hasSizeGreaterThan(200)
			.extracting(Person::unasked)
			.containsOnly(Unasked.LIMIT);
		assertThat(named("anna", people).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(people.unreached()).isEmpty();
	}

	@Test
	void nobodyIsAskedAboutWhatIsNotThereYet() {
		PeopleQuestion anew = Questions.ofNew(AccessRestriction.everyone(), true);
		PeopleReader reader = BENCH.bean(PeopleReader.class);
		Connection limited = new Connection(BENCH.dsmSession(), limited());
		BENCH.recording().startAnew();
		assertThat(reader.read(limited, anew).with(Verdict.ACCESS_NOT_KNOWN)).isNotEmpty()
			.extracting(Person::unasked)
			.containsOnly(Unasked.NOT_THERE_YET);
		assertThat(read(anew.withClaim("synology_username", List.of("openid"))).with(Verdict.NAME_NOT_KNOWN))
			.isNotEmpty()
			.extracting(Person::unasked)
			.containsOnly(Unasked.NOT_THERE_YET);
		assertThat(calls("check_access") + calls("preview_user")).isZero();
	}

	@Test
	void askingTellsHowFarItIs() {
		SignInRule.BOTH_GROUPS.arrange(BENCH);
		List<Integer> heard = new CopyOnWriteArrayList<>();
		PeopleReader reader = BENCH.bean(PeopleReader.class);
		reader.read(BENCH.authentikClient(), reader.everyone(BENCH.connection()),
				Questions.asItIs(BENCH.connection(), AuthentikSetup.SLUG), (answered, all) -> heard.add(answered));
		assertThat(heard).startsWith(0).contains(1, heard.size() - 1).doesNotHaveDuplicates();
	}

	/** Before 2024.2 a preview is for the token's owner only. */
	@Test
	void oldReleaseDoesNotSayWhatAMappingOfOnesOwnMakes() {
		try (Bench old = Bench.of("7.2.2", "2023.10")) {
			old.start(old.plan());
			SignInRule.BRIDGE_IN_PROFILE.arrange(old);
			People people = old.bean(PeopleReader.class)
				.read(old.connection(), Questions.asItIs(old.connection(), AuthentikSetup.SLUG));
			assertThat(people.gettingIn()).isEmpty();
			assertThat(named("dave@example.org", people).unasked()).isEqualTo(Unasked.RELEASE);
		}
	}

	private static People looked(String what, AuthentikClient authentik) {
		Connection connection = new Connection(BENCH.dsmSession(), authentik);
		PeopleQuestion question = Questions.asItIs(connection, AuthentikSetup.SLUG);
		BENCH.recording().startAnew();
		People people = BENCH.bean(PeopleReader.class).read(connection, question);
		ASKED.put(what, Map.of("check_access", calls("check_access"), "preview_user", calls("preview_user"), "people",
				people.persons().size(), "not known", people.notKnown().size()));
		return people;
	}

	private static People read(PeopleQuestion question) {
		return BENCH.bean(PeopleReader.class).read(BENCH.connection(), question);
	}

	private static AuthentikClient limited() {
		BENCH.authentik().people().userMay("wizard", DemoAuthentik.RIGHTS_OF_A_WIZARD.toArray(String[]::new));
		return BENCH.bean(AuthentikApi.class)
			.connect(BENCH.authentikClient().peer(), Secret.of(DemoAuthentik.LIMITED_TOKEN));
	}

	private static void assertThatItComesTrue(People people) {
		assertThat(people.persons()).hasSizeGreaterThan(7).allSatisfy((person) -> {
			String reached = accountReachedBy(person.username());
			if (person.verdict().outlook() == Outlook.IN) {
				assertThat(reached).as(person.toString()).isEqualTo(person.account().name());
			}
			if (person.verdict().outlook() == Outlook.OUT) {
				assertThat(reached).as(person.toString()).isNull();
			}
		});
	}

	/** A real sign-in; null where authentik or DSM refuses. */
	private static @Nullable String accountReachedBy(String username) {
		try {
			return BENCH.visitor().signIn(username, DemoAuthentik.PASSWORD).account();
		}
		catch (IllegalStateException refused) {
			return null;
		}
	}

	private static long calls(String action) {
		Predicate<Exchange> isOfAction = (exchange) -> exchange.request().path().endsWith("/" + action + "/");
		return BENCH.recording().exchanges().stream().filter(isOfAction).count();
	}

	private static Person named(String username, People people) {
		return people.persons()
			.stream()
			.filter((person) -> person.username().equals(username))
			.findFirst()
			.orElseThrow();
	}

}
