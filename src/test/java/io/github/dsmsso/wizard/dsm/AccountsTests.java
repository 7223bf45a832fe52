package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.dsm.DsmAccount.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccountsTests {

	private static final String LIST = "SYNO.Core.User/list";

	private final Nas nas = Nas.running();

	private final DsmWorld world = this.nas.world();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void localAccountsAreListedWithTheirMail() {
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.accounts()).contains(new DsmAccount("anna", "anna@example.org", true, Source.LOCAL),
				new DsmAccount("bob", "bob@example.org", false, Source.LOCAL),
				new DsmAccount("guest", "", false, Source.LOCAL));
		assertThat(accounts.complete()).isTrue();
	}

	@Test
	void administratorsAreTheMembersOfTheirGroup() {
		assertThat(this.nas.session().accounts().administrators()).containsExactlyInAnyOrder("admin", "anna",
				DemoNas.ADMINISTRATOR, DemoNas.OTP_ADMINISTRATOR);
	}

	@ParameterizedTest
	@CsvSource({ "normal, true", "now, false", "2026/11/23, false", "2026/11/24, false", "2026/11/25, true",
			"2027/1/5, true", "whenever, false" })
	void anAccountIsEnabledUntilItsDay(String expired, boolean enabled) {
		DsmSession session = this.nas.session();
		this.nas.answering(LIST, """
				{"data":{"offset":0,"total":1,"users":[{"email":"","expired":"%s","name":"x"}]},"success":true}"""
			.formatted(expired));
		assertThat(session.accounts().accounts()).containsExactly(new DsmAccount("x", "", enabled, Source.LOCAL));
	}

	@Test
	void manyAccountsAreReadPageByPage() {
		for (int i = 0; i < 1500; i++) {
			this.world.account("u" + i);
		}
		DsmSession session = this.nas.session();
		assertThat(session.accounts().accounts()).hasSize(1510).doesNotHaveDuplicates();
		assertThat(this.nas.heard(LIST)).extracting((request) -> request.formParameters().get("offset"))
			.containsExactly("0", "1000");
	}

	@Test
	void moreAccountsThanTwentyPagesHoldAreReadToTheLast() {
		for (int i = 0; i < 21_000; i++) {
			this.world.account("u" + i);
		}
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.accounts()).hasSize(21_010).doesNotHaveDuplicates();
		assertThat(accounts.complete()).isTrue();
		assertThat(accounts.administrators()).hasSizeLessThan(10);
	}

	@Test
	void aListWithoutEndIsGivenUpAndTellsEachAccountOnce() {
		DsmSession session = this.nas.session();
		this.nas.answering(LIST, "{\"data\":{\"total\":99999,\"users\":[{\"name\":\"x\"}]},\"success\":true}");
		DsmAccounts accounts = session.accounts();
		assertThat(accounts.accounts()).extracting(DsmAccount::name).containsExactly("x");
		assertThat(accounts.complete()).isFalse();
		assertThat(this.nas.heard(LIST)).hasSize(201);
	}

	@Test
	void domainAccountsJoinTheLocalOnes() {
		this.world.directory().joinedDomain("corp.example");
		this.world.domainAccount("hanna").email("hanna@corp.example");
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.accounts()).extracting(DsmAccount::source).contains(Source.LOCAL, Source.DOMAIN);
		assertThat(accounts.accounts()).extracting(DsmAccount::name).contains("anna", "CORP\\hanna");
		assertThat(accounts.complete()).isTrue();
	}

	@Test
	void ldapAccountsJoinTheLocalOnes() {
		this.world.directory().boundToLdap("ldap.example", "dc=example");
		this.world.ldapAccount("ida");
		assertThat(this.nas.session().accounts().accounts())
			.contains(new DsmAccount("ida@ldap.example", "", true, Source.LDAP));
	}

	@ParameterizedTest
	@CsvSource({ "2626", "103", "120", "2615" })
	void aDirectoryThatIsNotListedLeavesTheListIncomplete(int number) {
		this.world.directory().joinedDomain("corp.example");
		DsmSession session = this.nas.session();
		this.nas.answering(AccountsTests::listsDomain,
				json("{\"error\":{\"code\":%d},\"success\":false}".formatted(number)));
		DsmAccounts accounts = session.accounts();
		assertThat(accounts.accounts()).extracting(DsmAccount::name).contains("anna");
		assertThat(accounts.complete()).isFalse();
	}

	@Test
	void aSessionThatEndsMeanwhileIsNotMistakenForAnEmptyDirectory() {
		this.world.directory().joinedDomain("corp.example");
		DsmSession session = this.nas.session();
		this.nas.answering(AccountsTests::listsDomain, json("{\"error\":{\"code\":119},\"success\":false}"));
		assertThatExceptionOfType(DsmException.class).isThrownBy(session::accounts);
	}

	@Test
	void idsMayBeNumbersOrTexts() {
		DsmSession session = this.nas.session();
		this.nas.answering("SYNO.Core.Group.Member/list", """
				{"data":{"offset":0,"total":2,"users":[{"name":"a","uid":1026},{"name":"b","uid":"1027"}]},\
				"success":true}""");
		assertThat(session.accounts().administrators()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void everybodyMayOpenTheDesktopUnlessSaidOtherwise() {
		this.world.account("grace").withoutDsmPrivilege();
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.desktopPrivilege("anna")).isEqualTo(AppPrivilege.ALLOW);
		assertThat(accounts.desktopPrivilege("grace")).isEqualTo(AppPrivilege.DENY);
		assertThat(accounts.desktopPrivilege("nobody")).isEqualTo(AppPrivilege.UNKNOWN);
		assertThat(this.nas.heard("SYNO.Core.AppPriv.Rule/list")).hasSize(1);
	}

	@Test
	void aRuleThatDeniesBeatsOneThatAllows() {
		this.world.privileges().deniesGroup("family").allowsUser("carla").deniesUser("dave").allowsGroup("users");
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.desktopPrivilege("carla")).isEqualTo(AppPrivilege.DENY);
		assertThat(accounts.desktopPrivilege("dave")).isEqualTo(AppPrivilege.DENY);
		assertThat(accounts.desktopPrivilege("grace")).isEqualTo(AppPrivilege.ALLOW);
	}

	@Test
	void whatIsSaidOfEveryoneCountsOnlyForWhomNoOtherRuleIsAbout() {
		this.world.privileges().deniesEveryone().allowsGroup("administrators");
		DsmAccounts accounts = this.nas.session().accounts();
		assertThat(accounts.desktopPrivilege("anna")).isEqualTo(AppPrivilege.ALLOW);
		assertThat(accounts.desktopPrivilege("grace")).isEqualTo(AppPrivilege.DENY);
	}

	@Test
	void whatDependsOnAnAddressIsNotKnown() {
		this.world.privileges().allowsUserFrom("grace", "192.0.2.7");
		assertThat(this.nas.session().accounts().desktopPrivilege("grace")).isEqualTo(AppPrivilege.UNKNOWN);
	}

	@ParameterizedTest
	@EnumSource(names = { "APP_RULES_ARE_LISTED", "APP_RULES_NAME_ADDRESSES" })
	void privilegesThatCannotBeReadAreNotKnownAndTheAccountsAreListed(DsmAssumption otherwise) {
		DsmSession session = this.nas.session();
		this.world.assume(otherwise, false);
		DsmAccounts accounts = session.accounts();
		assertThat(accounts.desktopPrivilege("anna")).isEqualTo(AppPrivilege.UNKNOWN);
		assertThat(accounts.accounts()).extracting(DsmAccount::name).contains("anna");
	}

	@Test
	void aServerThatFailsOverThePrivilegesAloneFailsNothingElse() {
		DsmSession session = this.nas.session();
		this.nas.answering((request) -> "SYNO.Core.AppPriv.Rule".equals(request.formParameters().get("api")),
				LabResponse.html(502, "<h1>502 Bad Gateway</h1>"));
		assertThat(session.accounts().desktopPrivilege("anna")).isEqualTo(AppPrivilege.UNKNOWN);
	}

	@Test
	void whereTheMembersOfAGroupAreNotToldARuleAboutItLeavesItOpen() {
		this.world.privileges().deniesGroup("family").deniesUser("grace");
		DsmSession session = this.nas.session();
		this.nas.answering((request) -> "\"family\"".equals(request.formParameters().get("group")),
				json("{\"error\":{\"code\":3201},\"success\":false}"));
		DsmAccounts accounts = session.accounts();
		assertThat(accounts.desktopPrivilege("carla")).isEqualTo(AppPrivilege.UNKNOWN);
		assertThat(accounts.desktopPrivilege("grace")).isEqualTo(AppPrivilege.DENY);
	}

	@Test
	void whoIsSignedInIsListed() {
		DsmSession session = this.nas.session();
		assertThat(session.currentConnections()).containsExactly(new CurrentConnection(Nas.ADMINISTRATOR, "127.0.0.1",
				"HTTP/HTTPS", "DiskStation Manager", "2026/11/24 09:00:00"));
	}

	private static boolean listsDomain(LabRequest request) {
		return "\"domain\"".equals(request.formParameters().get("type"));
	}

	private static LabResponse json(String body) {
		return LabResponse.of(200, "application/json", body);
	}

}
