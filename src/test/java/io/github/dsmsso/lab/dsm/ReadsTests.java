package io.github.dsmsso.lab.dsm;

import java.math.BigInteger;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for what can be read about accounts, groups, the directory and the box. */
class ReadsTests {

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmCalls administrator = this.scene.administrator();

	@Test
	void accountsAreListedByNameAlone() {
		JsonNode data = this.administrator.data("SYNO.Core.User", 1, "list");
		assertThat(data.path("total").asInt()).isEqualTo(10);
		assertThat(data.path("users").path(0)).hasToString("{\"name\":\"admin\"}");
	}

	@Test
	void moreAboutAccountsIsGivenWhenAskedFor() {
		JsonNode data = this.administrator.data("SYNO.Core.User", 1, "list", "type", "\"local\"", "offset", "1",
				"limit", "2", "additional", "[\"email\",\"expired\",\"2fa_status\"]");
		assertThat(data).hasToString("{\"offset\":1,\"total\":10,\"users\":["
				+ "{\"2fa_status\":false,\"email\":\"anna@example.org\",\"expired\":\"normal\",\"name\":\"anna\"},"
				+ "{\"2fa_status\":false,\"email\":\"bob@example.org\",\"expired\":\"now\",\"name\":\"bob\"}]}");
	}

	@Test
	void directoryAccountsAreListedWithTheirDirectory() {
		this.scene.world.directory().joinedDomain("corp.example").boundToLdap("ldap.example", "dc=example");
		this.scene.world.domainAccount("heidi");
		this.scene.world.ldapAccount("ivan");
		assertThat(this.administrator.data("SYNO.Core.User", 1, "list", "type", "domain").path("users"))
			.hasToString("[{\"name\":\"CORP\\\\heidi\"}]");
		assertThat(this.administrator.data("SYNO.Core.User", 1, "list", "type", "ldap").path("users"))
			.hasToString("[{\"name\":\"ivan@ldap.example\"}]");
		assertThat(this.administrator.code("SYNO.Core.User", 1, "list", "type", "other")).isEqualTo(120);
	}

	@Test
	void oneAccountIsReadByItsName() {
		assertThat(this.administrator.code("SYNO.Core.User", 1, "get")).isEqualTo(3103);
		assertThat(this.administrator.code("SYNO.Core.User", 1, "get", "name", "nobody")).isEqualTo(3106);
		assertThat(this.administrator.data("SYNO.Core.User", 1, "get", "name", "anna").path("users").toString())
			.contains("\"name\":\"anna\",\"uid\":");
	}

	@Test
	void groupsAndTheirMembersAreListed() {
		assertThat(this.administrator.data("SYNO.Core.Group", 1, "list").path("groups").path(0))
			.hasToString("{\"description\":\"System default admin group\",\"gid\":101,\"name\":\"administrators\"}");
		assertThat(this.administrator.data("SYNO.Core.Group", 1, "list", "name_only", "false").path("groups"))
			.allSatisfy((group) -> assertThat(group.path("gid").isIntegralNumber()).isTrue());
		assertThat(this.administrator.data("SYNO.Core.Group", 1, "list", "name_only", "true").path("groups"))
			.allSatisfy((group) -> assertThat(group.has("gid")).isFalse());
		JsonNode members = this.administrator.data("SYNO.Core.Group.Member", 1, "list", "group", "\"administrators\"",
				"ingroup", "true");
		assertThat(members.path("users").findValuesAsString("name")).containsExactly("admin", "anna", "otp-admin",
				"setup-admin");
		assertThat(this.administrator.code("SYNO.Core.Group.Member", 1, "list")).isEqualTo(3201);
		assertThat(this.administrator.data("SYNO.Core.Group.ValidLocalAdmin", 1, "list"))
			.hasToString("{\"users\":[{\"name\":\"anna\"},{\"name\":\"otp-admin\"},{\"name\":\"setup-admin\"}]}");
	}

	@Test
	void aNasAloneSaysSo() {
		assertThat(this.administrator.data("SYNO.Core.Directory.Domain", 1, "get"))
			.hasToString("{\"enable_domain\":false}");
		assertThat(this.administrator.data("SYNO.Core.Directory.LDAP", 2, "get").path("error").asInt()).isEqualTo(2703);
	}

	@Test
	void aNasInADirectorySaysWhich() {
		this.scene.world.directory().joinedDomain("corp.example").boundToLdap("ldap.example", "dc=example");
		assertThat(this.administrator.data("SYNO.Core.Directory.Domain", 1, "get").path("realm").asString())
			.isEqualTo("CORP.EXAMPLE");
		JsonNode ldap = this.administrator.data("SYNO.Core.Directory.LDAP", 2, "get");
		assertThat(ldap.has("error")).isFalse();
		assertThat(ldap.path("server_address").asString()).isEqualTo("ldap.example");
		assertThat(this.administrator.data("SYNO.Core.Directory.LDAP", 1, "get").has("host")).isTrue();
	}

	@Test
	void theBoxTellsItsVersionAndItsTime() {
		JsonNode info = this.administrator.data("SYNO.DSM.Info", 2, "getinfo");
		assertThat(info.path("version").asString()).isEqualTo("72806");
		assertThat(info.path("version_string").asString()).isEqualTo("DSM 7.2.2-72806 Update 3");
		assertThat(info.path("time").asString()).isEqualTo("Tue Nov 24 09:00:00 2026");
		JsonNode system = this.administrator.data("SYNO.Core.System", 3, "info");
		assertThat(system.path("firmware_ver").asString()).isEqualTo("DSM 7.2.2-72806 Update 3");
		assertThat(system.path("time").asString()).isEqualTo("2026-11-24 09:00:00");
		assertThat(
				this.administrator.data("SYNO.Core.System", 1, "info", "type", "network").path("hostname").asString())
			.isEqualTo("demo-nas");
		assertThat(this.administrator.data("SYNO.Core.Region.NTP", 1, "get").path("timestamp").asLong())
			.isEqualTo(this.scene.clock.instant().getEpochSecond());
	}

	@Test
	void onlyAdministratorsReadTheBox() {
		assertThat(this.scene.user().code("SYNO.Core.System", 3, "info")).isEqualTo(105);
		assertThat(this.scene.user().code("SYNO.DSM.Info", 2, "getinfo")).isZero();
	}

	@Test
	void theWebServerTellsItsPortsAndNames() {
		this.scene.world.web().ports(5000, 5443).externalHostname("nas.example.org");
		JsonNode web = this.administrator.data("SYNO.Core.Web.DSM", 2, "get");
		assertThat(web.path("https_port").asInt()).isEqualTo(5443);
		assertThat(web.path("fqdn").isNull()).isTrue();
		this.scene.world.web().domain("dsm.example.org");
		assertThat(this.administrator.data("SYNO.Core.Web.DSM", 2, "get").path("fqdn").asString())
			.isEqualTo("dsm.example.org");
		assertThat(this.administrator.data("SYNO.Core.Web.DSM.External", 1, "get"))
			.hasToString("{\"hostname\":\"nas.example.org\"}");
	}

	@Test
	void theLoginPortalTellsTheDomainsOfApplications() {
		JsonNode portals = this.administrator.data("SYNO.Core.AppPortal", 2, "list").path("portal");
		assertThat(portals.get(0)).hasToString(
				"{\"display_name\":\"File Station\",\"enable_redirect\":false,\"id\":\"SYNO.SDS.App.FileStation3.Instance\"}");
		assertThat(portals.get(1).path("fqdn").isNull()).isTrue();
		assertThat(portals.get(2).has("fqdn")).isFalse();
		this.scene.world.web().driveDomain("drive.example.org");
		assertThat(this.administrator.data("SYNO.Core.AppPortal", 1, "list").at("/portal/2/fqdn").asString())
			.isEqualTo("drive.example.org");
	}

	@Test
	void autoBlockTellsItsRule() {
		assertThat(this.administrator.data("SYNO.Core.Security.AutoBlock", 1, "get"))
			.hasToString("{\"attempts\":10,\"enable\":true,\"expire_day\":0,\"within_mins\":5}");
		assertThat(this.administrator.data("SYNO.Core.Security.DSM", 1, "get"))
			.hasToString("{\"enable_csrf_protection\":true,\"skip_ip_checking\":false,\"timeout\":15}");
	}

	@ParameterizedTest
	@CsvSource({ "SYNO.Core.AppPriv, 1, list, 103", "SYNO.Core.AppPriv, 2, list, 3400",
			"SYNO.Core.Directory.Domain.Trust, 1, get, 2624", "SYNO.Core.Directory.LDAP.BaseDN, 2, list, 2701",
			"SYNO.Core.OTP, 3, get, 4203", "SYNO.Core.Security.AutoBlock.Rules, 1, list, 5100",
			"SYNO.Core.Security.AutoBlock.Rules, 1, get, 5103", "SYNO.Core.User, 1, get, 3103",
			"SYNO.Core.Group.Member, 1, list, 3201" })
	void whatWantsParametersSaysSoInItsOwnWay(String api, int version, String method, int code) {
		assertThat(this.administrator.code(api, version, method)).isEqualTo(code);
	}

	@Test
	void theConnectionLogIsListed() {
		JsonNode log = this.administrator.data("SYNO.Core.SyslogClient.Log", 1, "list", "start", "0", "limit", "1",
				"target", "\"LOCAL\"", "logtype", "\"connection\"", "dir", "\"desc\"");
		assertThat(log).hasToString("{\"errorCount\":0,\"infoCount\":1,\"items\":[{\"descr\":\"User [setup-admin] from "
				+ "[127.0.0.1] signed in to [DSM] successfully via [password].\",\"level\":\"info\","
				+ "\"logtype\":\"Connection\",\"orginalLogType\":\"connection\",\"time\":\"2026/11/24 09:00:00\","
				+ "\"who\":\"setup-admin\"}],\"total\":1,\"warnCount\":0}");
	}

	@Test
	void theSignInPageReadsItsFactsAsAScript() {
		this.scene.world.sso().profile("oidc", true).defaultLogin(true).configure(Map.of("oidc_name", "authentik"));
		LabResponse response = this.scene.anyone()
			.get("/webapi/entry.cgi?api=SYNO.Core.Desktop.SessionData&version=1&method=getjs&SynoToken=");
		assertThat(response.headers().get("Content-Type")).containsExactly("application/javascript; charset=\"UTF-8\"");
		assertThat(response.text())
			.startsWith("if (typeof(SYNO) === 'undefined') {SYNO = {};}\n"
					+ "SYNO.SDS = SYNO.SDS || {};\nSYNO.SDS.Session = {\"buildphase\":\"GM\",")
			.endsWith("}\n;\n")
			.contains("\"oidc_sso_enable\":true", "\"sso_default_login\":true", "\"isLogined\":false");
		assertThat(this.scene.anyone().code("SYNO.Core.Desktop.SessionData", 1, "get")).isEqualTo(103);
	}

	@Test
	void theKeyForPasswordsIsLargeEnoughForThem() {
		String key = this.scene.anyone().data("SYNO.API.Encryption", 1, "getinfo").path("public_key").asString();
		assertThat(new BigInteger(key, 16).bitLength()).isBetween(4090, 4096);
	}

}
