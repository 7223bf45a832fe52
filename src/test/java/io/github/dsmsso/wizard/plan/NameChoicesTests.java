package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.judgement.OwnNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NameChoicesTests {

	private static final SystemSettings NOTHING_IS_CHANGED_BY_PEOPLE = new SystemSettings(false, false, false, true);

	private final ExistingSetup setup = ExistingSetup.blank().withReadableProfile();

	private final List<AuthentikUser> users = new ArrayList<>();

	private final List<String> prompts = new ArrayList<>();

	private DsmAccounts dsm = accounts("anna", "dave");

	@Test
	void whereAllMatchByTheirUserNameThereIsNothingToChooseAndNothingIsAsked() {
		this.users.add(user(4, "anna"));
		NameChoices choices = NameChoices.of(this.setup.proposal(), this.setup.proposed(), everyone(), (attribute) -> {
			throw new AssertionError("The settings were asked");
		});
		assertThat(choices.areNeeded()).isFalse();
		assertThat(choices.unmatched()).isEmpty();
	}

	@Test
	void whoeverMeetsNoAccountIsOfferedTheOneThatResemblesTheName() {
		this.users.addAll(List.of(user(4, "anna"), user(5, "Dave@example.org"), user(6, "erik")));
		assertThat(choices().unmatched()).containsExactly(
				new UnmatchedPerson(5, "Dave@example.org", "Dave@example.org", "dave"),
				new UnmatchedPerson(6, "erik", "erik", ""));
		assertThat(choices().areNeeded()).isTrue();
	}

	@Test
	void theEmailMayResembleAnAccountWhereTheNameDoesNot() {
		this.users.add(new AuthentikUser(5, "d.miller", "Dave", "dave@mail.example", true, "internal", List.of()));
		assertThat(choices().unmatched()).extracting(UnmatchedPerson::account).containsExactly("dave");
	}

	@Test
	void ofTwoWhoResembleOneAccountNeitherIsOfferedIt() {
		this.users.addAll(List.of(user(5, "dave@example.org"), user(6, "DAVE")));
		assertThat(choices().unmatched()).extracting(UnmatchedPerson::account).containsExactly("", "");
	}

	@Test
	void nobodyIsOfferedAnAccountThatAdministersTheNasOrThatSomebodyElseMeets() {
		this.dsm = new DsmAccounts(List.of(account("anna", Source.LOCAL), account("dave", Source.LOCAL)),
				Set.of("dave"));
		this.users.addAll(List.of(user(4, "anna"), user(5, "dave@example.org"), user(6, "anna@example.org")));
		assertThat(choices().unmatched()).extracting(UnmatchedPerson::account).containsExactly("", "");
	}

	@Test
	void whereOnlyTheDirectoryMaySignInOnlyItsAccountsAreOffered() {
		this.setup.wellKnown = ExistingSetup.WELL_KNOWN;
		this.setup.directory = Directory.DOMAIN;
		this.dsm = new DsmAccounts(List.of(account("erik", Source.LOCAL), account("CORP\\dave", Source.DOMAIN)),
				Set.of());
		this.users.addAll(List.of(user(5, "dave@example.org"), user(6, "erik@example.org")));
		assertThat(choices().unmatched()).extracting(UnmatchedPerson::username, UnmatchedPerson::account)
			.containsExactly(tuple("dave@example.org", "CORP\\dave"), tuple("erik@example.org", ""));
	}

	@Test
	void whatTheAttributeHoldsComesBeforeWhatResembles() {
		this.users.add(new AuthentikUser(5, "dave@example.org", "Dave", "", true, "internal", List.of(),
				Map.of(NameBridge.ATTRIBUTE, "david")));
		assertThat(choices().unmatched()).extracting(UnmatchedPerson::account).containsExactly("david");
	}

	@Test
	void onceNamesWereChosenNoOthersAreOffered() {
		this.users.addAll(List.of(user(5, "dave@example.org"), user(6, "erik")));
		NameChoices choices = choices(
				this.setup.proposed().withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(6, "e.example"))),
				NOTHING_IS_CHANGED_BY_PEOPLE);
		assertThat(choices.unmatched()).extracting(UnmatchedPerson::username, UnmatchedPerson::account)
			.containsExactly(tuple("erik", "e.example"), tuple("dave@example.org", ""));
	}

	@Test
	void theNameByWhichMostMeetAnAccountIsTheSafest() {
		this.users.addAll(List.of(user(4, "anna"), user(5, "dave@example.org"), user(6, "erik")));
		assertThat(choices().choices()).containsExactly(new NameChoice("preferred_username", 1, false, false),
				new NameChoice("email", 0, false, false), new NameChoice(null, 2, false, true));
	}

	@Test
	void ofTwoByWhichAsManyMeetAnAccountTheUserNameIsSaferThanTheEmail() {
		this.dsm = accounts("zoe");
		this.users.add(user(6, "erik"));
		assertThat(safest(NOTHING_IS_CHANGED_BY_PEOPLE)).containsExactly("preferred_username");
	}

	@ParameterizedTest
	@CsvSource({ "true, false, email", "true, true, none", "false, true, attribute", ", true, attribute" })
	void aNameThatPeopleMayChangeThemselvesIsNotSafe(@Nullable Boolean rename, boolean changeEmail, String safest) {
		this.users.addAll(List.of(user(4, "anna"), user(5, "dave@example.org")));
		SystemSettings settings = new SystemSettings(rename, changeEmail, true, true);
		assertThat(safest(settings)).containsExactlyElementsOf(safest.equals("none") ? List.of() : List.of(safest));
	}

	@Test
	void anAttributeThatPeopleFillInThemselvesIsNotSafe() {
		this.users.addAll(List.of(user(4, "anna"), user(5, "dave@example.org")));
		this.prompts.add("NAS account");
		assertThat(safest(NOTHING_IS_CHANGED_BY_PEOPLE)).containsExactly("preferred_username");
		assertThat(choices().choices()).filteredOn((choice) -> choice.claim() == null)
			.extracting(NameChoice::changeable)
			.containsExactly(true);
	}

	@Test
	void ofTwoByWhichAsManyMeetAnAccountTheOneThatCertainlyNobodyChangesIsSafer() {
		this.dsm = new DsmAccounts(List.of(account("anna@mail.example", Source.LOCAL)), Set.of());
		this.users.addAll(List.of(user(4, "anna"), user(5, "anna@mail.example")));
		assertThat(safest(new SystemSettings(null, false, true, true))).containsExactly("email");
	}

	@Test
	void aClaimOfOnesOwnHasToBeAskedAboutAndMayBeChangedByNobodyKnowsWhom() {
		ExistingSetup own = ExistingSetup.wellSet().withReadableProfile().withOwnMapping("dsm", "nas_name", "uid");
		this.users.addAll(List.of(user(4, "anna"), user(6, "erik")));
		NameChoices choices = NameChoices.of(own.proposal(), own.proposed(), everyone(),
				(attribute) -> new OwnNames(NOTHING_IS_CHANGED_BY_PEOPLE, List.of()));
		assertThat(choices.choices()).extracting(NameChoice::claim).contains("nas_name").doesNotContain("uid");
		assertThat(choices.choices()).filteredOn((choice) -> "nas_name".equals(choice.claim()))
			.containsExactly(new NameChoice("nas_name", null, null, false));
	}

	@Test
	void whoIsKeptOutForAnotherReasonIsNotUnmatched() {
		this.dsm = new DsmAccounts(List.of(new DsmAccount("anna", "", false, Source.LOCAL)), Set.of());
		this.users
			.addAll(List.of(user(4, "anna"), new AuthentikUser(5, "erik", "Erik", "", false, "internal", List.of())));
		assertThat(choices().unmatched()).isEmpty();
	}

	@Test
	void anAccountMayBeNamedWhereThereIsOneOrWhereTheyAreNotAllListed() {
		assertThat(choices().mayName("dave")).isTrue();
		assertThat(choices().mayName("erik")).isFalse();
		this.dsm = new DsmAccounts(List.of(account("dave", Source.LOCAL)), Set.of(), false);
		assertThat(choices().mayName("erik")).isTrue();
	}

	private NameChoices choices() {
		return choices(this.setup.proposed(), NOTHING_IS_CHANGED_BY_PEOPLE);
	}

	private NameChoices choices(DesiredState desired, SystemSettings settings) {
		return NameChoices.of(this.setup.proposal(), desired, everyone(),
				(attribute) -> new OwnNames(settings, this.prompts));
	}

	/** The claim of the safest, or "attribute". */
	private List<String> safest(SystemSettings settings) {
		return choices(this.setup.proposed(), settings).choices()
			.stream()
			.filter(NameChoice::safest)
			.map((choice) -> (choice.claim() != null) ? choice.claim() : "attribute")
			.toList();
	}

	private Everyone everyone() {
		return new Everyone(this.users, List.of(), this.dsm, DefaultAccess.OPEN);
	}

	private static DsmAccounts accounts(String... names) {
		return new DsmAccounts(Arrays.stream(names).map((name) -> account(name, Source.LOCAL)).toList(), Set.of());
	}

	private static DsmAccount account(String name, Source source) {
		return new DsmAccount(name, "", true, source);
	}

	private static AuthentikUser user(int pk, String username) {
		return new AuthentikUser(pk, username, username, username.replaceAll("@.*", "") + "@mail.example", true,
				"internal", List.of());
	}

}
