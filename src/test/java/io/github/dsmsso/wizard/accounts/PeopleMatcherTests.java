package io.github.dsmsso.wizard.accounts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.dsm.AppPrivilege;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PeopleMatcherTests {

	private static final AccessRestriction NAS_USERS = new AccessRestriction(Set.of("g-nas"), Set.of(9));

	@Test
	void personWithAnAccountOfTheVeryNameGetsIn() {
		Person anna = onlyOne(user("anna"), local("anna"));
		assertThat(anna.verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(anna.account()).isEqualTo(local("anna"));
		assertThat(anna.notes()).isEmpty();
	}

	@Test
	void personWithoutAnAccountDoesNot() {
		Person erik = onlyOne(user("erik"), local("anna"));
		assertThat(erik.verdict()).isEqualTo(Verdict.NO_DSM_ACCOUNT);
		assertThat(erik.account()).isNull();
	}

	@Test
	void nameThatDiffersInCaseIsTold() {
		Person anna = onlyOne(user("Anna"), local("anna"));
		assertThat(anna.verdict()).isEqualTo(Verdict.NAME_DIFFERS_IN_CASE);
		assertThat(anna.account()).isEqualTo(local("anna"));
	}

	@Test
	void nameThatIsAnEmailIsTold() {
		assertThat(onlyOne(user("anna@example.org"), local("anna")).verdict())
			.isEqualTo(Verdict.NAME_DIFFERS_BY_MAIL_FORM);
	}

	@Test
	void nameWithADomainBeforeItIsTold() {
		assertThat(onlyOne(user("CORP\\anna"), local("anna")).verdict()).isEqualTo(Verdict.NAME_DIFFERS_BY_DOMAIN_FORM);
	}

	@Test
	void accountOfTheExactNameWinsOverOneThatOnlyResemblesIt() {
		assertThat(onlyOne(user("anna"), local("Anna"), local("anna")).account()).isEqualTo(local("anna"));
	}

	@Test
	void disabledAccountKeepsAPersonOut() {
		DsmAccount disabled = new DsmAccount("anna", "", false, Source.LOCAL);
		assertThat(onlyOne(user("anna"), disabled).verdict()).isEqualTo(Verdict.DSM_ACCOUNT_DISABLED);
	}

	@Test
	void directoryAccountAnswersToItsShortName() {
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		DsmAccount ofLdap = new DsmAccount("carla@ldap.example", "", true, Source.LDAP);
		assertThat(onlyOne(user("anna"), ofDomain).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(onlyOne(user("carla"), ofLdap).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(onlyOne(user("carla@ldap.example"), ofLdap).verdict()).isEqualTo(Verdict.WILL_GET_IN);
	}

	@Test
	void directoryAccountStillMindsTheCaseOfTheShortName() {
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		assertThat(onlyOne(user("ANNA"), ofDomain).verdict()).isEqualTo(Verdict.NAME_DIFFERS_IN_CASE);
	}

	@Test
	void emailOfOneDirectoryIsNotTheNameOfAnother() {
		DsmAccount ofLdap = new DsmAccount("anna@ldap.example", "", true, Source.LDAP);
		assertThat(onlyOne(user("anna@example.org"), ofLdap).verdict()).isEqualTo(Verdict.NAME_DIFFERS_BY_MAIL_FORM);
	}

	@Test
	void sameNameLocallyAndInTheDirectoryIsAmbiguous() {
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		assertThat(onlyOne(user("anna"), ofDomain, local("anna")).verdict()).isEqualTo(Verdict.AMBIGUOUS);
	}

	@Test
	void localAccountIsNoneWhereLocalAccountsAreNotAllowed() {
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		assertThat(withoutLocal(local("anna")).verdict()).isEqualTo(Verdict.LOCAL_ACCOUNTS_NOT_ALLOWED);
		assertThat(withoutLocal(local("anna"), ofDomain).verdict()).isEqualTo(Verdict.WILL_GET_IN);
		assertThat(withoutLocal(local("anna"), ofDomain).account()).isEqualTo(ofDomain);
	}

	@Test
	void directoryThatIsNotListedLeavesItOpenWhetherAnAccountExists() {
		DsmAccounts dsm = new DsmAccounts(List.of(local("anna")), Set.of(), false);
		People people = matched(List.of(user("anna"), user("erik")), List.of(), AccessRestriction.everyone(), dsm,
				true);
		assertThat(people.persons()).extracting(Person::verdict)
			.containsExactly(Verdict.WILL_GET_IN, Verdict.DIRECTORY_NOT_LISTED);
	}

	@Test
	void serviceAccountIsNoPerson() {
		AuthentikUser outpost = new AuthentikUser(2, "ak-outpost", "Outpost", "", true, "internal_service_account",
				List.of());
		AuthentikUser backup = new AuthentikUser(3, "backup", "Backup", "", true, "service_account", List.of());
		People people = matched(List.of(user("anna"), outpost, backup), List.of(), AccessRestriction.everyone(),
				new DsmAccounts(List.of(local("anna"), local("backup")), Set.of()), true);
		assertThat(people.persons()).extracting(Person::username).containsExactly("anna");
		assertThat(people.serviceAccounts()).containsExactly("ak-outpost", "backup");
	}

	@Test
	void inactivePersonStaysOutWhateverTheAccount() {
		AuthentikUser inactive = new AuthentikUser(1, "anna", "Anna", "anna@example.org", false, "internal", List.of());
		Person anna = onlyOne(inactive, local("anna"));
		assertThat(anna.verdict()).isEqualTo(Verdict.INACTIVE_IN_AUTHENTIK);
		assertThat(anna.account()).isEqualTo(local("anna"));
	}

	@Test
	void restrictionLetsInMembersOfTheGroupAndTheUsersNamed() {
		People people = restricted(user(1, "anna", "g-nas"), user(2, "carla", "g-other"), user(9, "dave"));
		assertThat(people.gettingIn()).extracting(Person::username).containsExactly("anna", "dave");
		assertThat(people.with(Verdict.NOT_ALLOWED_BY_AUTHENTIK)).extracting(Person::username).containsExactly("carla");
	}

	@Test
	void memberOfAGroupIsAMemberOfItsParentsAndOfTheirs() {
		assertThat(restricted(user(1, "anna", "g-grandchild")).gettingIn()).hasSize(1);
		assertThat(restricted(user(1, "anna", "g-parent")).gettingIn()).isEmpty();
	}

	@Test
	void groupsThatAreEachOthersParentsDoNotKeepUsForEver() {
		assertThat(restricted(user(1, "anna", "g-ring-1")).gettingIn()).isEmpty();
	}

	@Test
	void missingAndSharedEmailsAreNoted() {
		People people = match(List.of(mailed("anna", "Family@example.org"), mailed("carla", "family@example.org "),
				mailed("dave", ""), mailed("erik", ""), mailed("frank", "frank@example.org")));
		assertThat(notesOf(people, "anna")).containsExactly(Note.EMAIL_SHARED);
		assertThat(notesOf(people, "carla")).containsExactly(Note.EMAIL_SHARED);
		assertThat(notesOf(people, "dave")).containsExactly(Note.EMAIL_MISSING);
		assertThat(notesOf(people, "erik")).containsExactly(Note.EMAIL_MISSING);
		assertThat(notesOf(people, "frank")).isEmpty();
	}

	@Test
	void whoMeetsAnAdministratorsAccountIsNotedUnlessKeptOut() {
		DsmAccounts dsm = new DsmAccounts(List.of(local("anna"), local("bob")), Set.of("anna", "bob"));
		AuthentikUser inactive = new AuthentikUser(2, "bob", "Bob", "bob@example.org", false, "internal", List.of());
		People people = matched(List.of(user("anna"), inactive, user("ANNA")), List.of(), AccessRestriction.everyone(),
				dsm, true);
		assertThat(notesOf(people, "anna")).contains(Note.BECOMES_ADMINISTRATOR);
		assertThat(notesOf(people, "bob")).isEmpty();
		assertThat(notesOf(people, "ANNA")).doesNotContain(Note.BECOMES_ADMINISTRATOR);
	}

	@Test
	void thoseWhoGetInComeFirstThenByNameWhateverTheOrderTheyWereReadIn() {
		List<AuthentikUser> users = List.of(user("zoe"), user("Carla"), user("erik"), user("anna"));
		DsmAccount[] accounts = { local("zoe"), local("carla"), local("anna") };
		List<String> order = match(users, accounts).persons().stream().map(Person::username).toList();
		List<AuthentikUser> reversed = List.of(users.get(3), users.get(2), users.get(1), users.get(0));
		assertThat(order).containsExactly("anna", "zoe", "Carla", "erik");
		assertThat(match(reversed, accounts).persons()).extracting(Person::username).containsExactlyElementsOf(order);
	}

	@Test
	void accountsThatNobodyReachesAreListedUnlessDisabled() {
		DsmAccount guest = new DsmAccount("guest", "", false, Source.LOCAL);
		People people = match(List.of(user("anna"), user("Carla")), local("setup-admin"), guest, local("carla"),
				local("anna"));
		assertThat(people.unreached()).extracting(DsmAccount::name).containsExactly("carla", "setup-admin");
	}

	@Test
	void strandedAreThoseWhomAuthentikWouldLetThrough() {
		AuthentikUser inactive = new AuthentikUser(2, "bob", "Bob", "", false, "internal", List.of());
		assertThat(match(List.of(user("anna"), user("erik"), inactive), local("anna")).stranded())
			.extracting(Person::username)
			.containsExactly("erik");
	}

	@Test
	void accountThatMayNotOpenTheDesktopKeepsAPersonOut() {
		Everyone everyone = new Everyone(List.of(user(1, "anna"), user(2, "carla"), user(3, "dave")), List.of(),
				new DsmAccounts(List.of(local("anna"), local("carla"), local("dave")), Set.of(), true,
						Map.of("anna", AppPrivilege.ALLOW, "carla", AppPrivilege.DENY)),
				DefaultAccess.OPEN);
		People people = PeopleMatcher.match(
				new Population(everyone, Questions.ofNew(AccessRestriction.everyone(), true), AuthentikAnswers.none()));
		assertThat(people.gettingIn()).extracting(Person::username).containsExactly("anna", "dave");
		assertThat(people.with(Verdict.DESKTOP_DENIED)).extracting(Person::username).containsExactly("carla");
	}

	@Test
	void administratorWhomNobodyChoseByNameIsNoted() {
		DsmAccounts dsm = new DsmAccounts(List.of(local("anna"), local("dave")), Set.of("anna", "dave"));
		List<AuthentikUser> users = List.of(user(1, "anna", "g-nas"), user(9, "dave"));
		People people = matched(users, List.of(), NAS_USERS, dsm, true);
		assertThat(notesOf(people, "anna")).contains(Note.ADMINISTRATOR_NOT_CHOSEN);
		assertThat(notesOf(people, "dave")).containsExactly(Note.BECOMES_ADMINISTRATOR);
	}

	@Test
	void twoWhoMeetOneDirectoryAccountAreBothNamed() {
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		People people = match(List.of(user(1, "anna"), user(2, "CORP\\anna")), ofDomain);
		assertThat(people.gettingIn()).extracting(Person::username, Person::sharing)
			.containsExactlyInAnyOrder(tuple("anna", List.of("CORP\\anna")), tuple("CORP\\anna", List.of("anna")));
	}

	@Test
	void twoWhoMightMeetOneAccountAreBothNamed() {
		PeopleQuestion ownClaim = Questions.ofNew(AccessRestriction.everyone(), true)
			.withClaim("synology_username", List.of("openid"));
		AuthentikAnswers shown = new AuthentikAnswers(Map.of(), Map.of(1, "anna", 2, "anna"), null, null);
		List<AuthentikUser> users = List.of(user(1, "anna"), user(2, "erin"));
		DsmAccount ofDomain = new DsmAccount("CORP\\anna", "", true, Source.DOMAIN);
		Everyone ambiguous = new Everyone(users, List.of(), new DsmAccounts(List.of(ofDomain, local("anna")), Set.of()),
				DefaultAccess.OPEN);
		assertThat(PeopleMatcher.match(new Population(ambiguous, ownClaim, shown)).with(Verdict.AMBIGUOUS))
			.extracting(Person::sharing)
			.containsExactly(List.of("erin"), List.of("anna"));
		assertThat(answered(ownClaim, shown, users.toArray(AuthentikUser[]::new)).with(Verdict.ACCESS_NOT_KNOWN))
			.extracting(Person::sharing)
			.containsExactly(List.of("erin"), List.of("anna"));
	}

	@Test
	void whoIsSentNoNameMeetsNobody() {
		PeopleQuestion noName = Questions.ofNew(AccessRestriction.everyone(), true)
			.withClaim("nickname", List.of("openid"));
		assertThat(answered(noName, AuthentikAnswers.none(), user(1, "anna")).persons())
			.extracting(Person::verdict, Person::account)
			.containsExactly(tuple(Verdict.NO_NAME_SENT, null));
	}

	@Test
	void bindingThatExpiresIsNotReckonedThoughItsGroupIsChosen() {
		PolicyBinding expiring = new PolicyBinding("b", "app", "g-nas", null, null, 0, true, false, 30, false, true);
		AccessRules rules = new AccessRules("nas", new AccessRestriction(Set.of("g-nas"), Set.of(9)), List.of(expiring),
				true);
		assertThat(rules.canBeReckoned()).isFalse();
		assertThat(rules.wished()).isEqualTo(new AccessRestriction(Set.of(), Set.of(9)));
		assertThat(rules.withWished(new AccessRestriction(Set.of("g-nas"), Set.of())).areAsTheyAre()).isTrue();
	}

	@Test
	void whomAuthentikWasNotAskedAboutIsNotKnownAndWhyIsSaid() {
		AuthentikAnswers answers = new AuthentikAnswers(Map.of(), Map.of(), Unasked.TOKEN, null);
		People people = answered(Questions.ofNew(AccessRestriction.everyone(), true), answers, user(1, "anna"),
				user(2, "erik"));
		assertThat(people.persons()).extracting(Person::username, Person::verdict, Person::unasked)
			.containsExactly(tuple("anna", Verdict.ACCESS_NOT_KNOWN, Unasked.TOKEN),
					tuple("erik", Verdict.NO_DSM_ACCOUNT, null));
		assertThat(people.unreached()).as("anna's account may be reached").isEmpty();
	}

	@Test
	void whoseNameIsNotKnownIsAskedAboutUpToALimitAndNobodyIsSaidToBeUnreached() {
		PeopleQuestion ownClaim = Questions.ofNew(AccessRestriction.everyone(), true)
			.withClaim("synology_username", List.of("openid"));
		AuthentikAnswers shown = new AuthentikAnswers(Map.of(), Map.of(1, "anna"), null, null);
		People people = answered(ownClaim, shown, user(1, "anna"), user(2, "erik"));
		assertThat(people.persons()).extracting(Person::verdict, Person::unasked)
			.contains(tuple(Verdict.NAME_NOT_KNOWN, Unasked.LIMIT));
		assertThat(people.unreached()).isEmpty();
		AuthentikAnswers refused = new AuthentikAnswers(Map.of(), Map.of(), null, Unasked.PREVIEW_RIGHT);
		assertThat(answered(ownClaim, refused, user(1, "anna")).persons()).extracting(Person::unasked)
			.containsExactly(Unasked.PREVIEW_RIGHT);
	}

	/** How long it took is printed, not judged: the machine may be busy. */
	@Test
	void largeDirectoriesAreMatchedByNames() {
		int many = 20_000;
		List<AuthentikUser> users = IntStream.range(0, many).mapToObj((pk) -> user(pk, "person-" + pk, "g")).toList();
		List<DsmAccount> accounts = IntStream.range(0, many)
			.mapToObj((number) -> local("person-" + (number + many / 20)))
			.toList();
		ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
		long before = cpu.getCurrentThreadCpuTime();
		People people = matched(users, List.of(), AccessRestriction.everyone(),
				new DsmAccounts(accounts, Set.of("person-7000")), true);
		long spent = (cpu.getCurrentThreadCpuTime() - before) / 1_000_000;
		Figures.keep("people-matched", Map.of("people", many, "accounts", many, "CPU milliseconds", spent));
		assertThat(people.gettingIn()).hasSize(many - many / 20);
	}

	private static Person onlyOne(AuthentikUser user, DsmAccount... accounts) {
		return match(List.of(user), accounts).persons().get(0);
	}

	private static Person withoutLocal(DsmAccount... accounts) {
		DsmAccounts dsm = new DsmAccounts(List.of(accounts), Set.of());
		return matched(List.of(user("anna")), List.of(), AccessRestriction.everyone(), dsm, false).persons().get(0);
	}

	private static People match(List<AuthentikUser> users, DsmAccount... accounts) {
		return matched(users, List.of(), AccessRestriction.everyone(), new DsmAccounts(List.of(accounts), Set.of()),
				true);
	}

	/** With anna alone on the NAS, and who may use what nobody is bound to hidden. */
	private static People answered(PeopleQuestion question, AuthentikAnswers answers, AuthentikUser... users) {
		Everyone everyone = new Everyone(List.of(users), List.of(), new DsmAccounts(List.of(local("anna")), Set.of()),
				DefaultAccess.UNKNOWN);
		return PeopleMatcher.match(new Population(everyone, question, answers));
	}

	private static People restricted(AuthentikUser... users) {
		List<AuthentikGroup> groups = List.of(new AuthentikGroup("g-nas", "NAS users", List.of("g-parent")),
				new AuthentikGroup("g-parent", "Everyone", List.of()),
				new AuthentikGroup("g-child", "Children", List.of("g-nas")),
				new AuthentikGroup("g-grandchild", "Grandchildren", List.of("g-child")),
				new AuthentikGroup("g-ring-1", "Ring", List.of("g-ring-2")),
				new AuthentikGroup("g-ring-2", "Ring", List.of("g-ring-1")));
		DsmAccounts dsm = new DsmAccounts(List.of(local("anna"), local("carla"), local("dave")), Set.of());
		return matched(List.of(users), groups, NAS_USERS, dsm, true);
	}

	private static People matched(List<AuthentikUser> users, List<AuthentikGroup> groups, AccessRestriction access,
			DsmAccounts dsm, boolean localAllowed) {
		return PeopleMatcher.match(new Population(new Everyone(users, groups, dsm, DefaultAccess.OPEN),
				Questions.ofNew(access, localAllowed), AuthentikAnswers.none()));
	}

	private static Set<Note> notesOf(People people, String username) {
		return people.persons()
			.stream()
			.filter((person) -> person.username().equals(username))
			.findFirst()
			.orElseThrow()
			.notes();
	}

	private static DsmAccount local(String name) {
		return new DsmAccount(name, "", true, Source.LOCAL);
	}

	private static AuthentikUser user(String username) {
		return user(1, username);
	}

	private static AuthentikUser user(int pk, String username, String... groups) {
		return new AuthentikUser(pk, username, username, username.replaceAll("[@\\\\].*", "") + "@mail.example", true,
				"internal", List.of(groups));
	}

	private static AuthentikUser mailed(String username, String email) {
		return new AuthentikUser(1, username, username, email, true, "internal", List.of());
	}

}
