package io.github.dsmsso.lab.dsm;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the three objects of the page SSO Client. */
class DirectorySsoTests {

	private static final String OIDC = "SYNO.Core.Directory.OIDC.SSO";

	private static final String PROFILE = "SYNO.Core.Directory.SSO.Profile";

	private static final String SETTING = "SYNO.Core.Directory.SSO.Setting";

	private static final String SSO = "SYNO.Core.Directory.SSO";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmCalls administrator = this.scene.administrator();

	private final DsmCalls onSevenOne = DsmScene.of(DsmVersion.DSM_7_1_1).administrator();

	private final DsmCalls onSevenZero = DsmScene.of(DsmVersion.DSM_7_0_1).administrator();

	@Test
	void untouchedSettingsAreBlank() {
		assertThat(this.administrator.data(OIDC, 1, "get")).hasToString(
				"{\"oidc_allow_local_user\":false,\"oidc_authorization_endpoint\":\"\",\"oidc_client_id\":\"\","
						+ "\"oidc_client_secret\":\"\",\"oidc_name\":\"\",\"oidc_redirect_uri\":\"\",\"oidc_scope\":\"\","
						+ "\"oidc_token_endpoint\":\"\",\"oidc_user_claim\":\"\",\"oidc_wellknown\":\"\"}");
		assertThat(this.administrator.data(PROFILE, 1, "get"))
			.hasToString("{\"sso_enable\":false,\"sso_profile\":\"\"}");
		assertThat(this.administrator.data(SETTING, 1, "get")).hasToString("{\"sso_default_login\":false}");
	}

	@Test
	void aPartIsStoredToTheLetterAndTheRestStays() {
		this.administrator.call(OIDC, 1, "set", "oidc_client_id", "\"  an id/ \"", "oidc_allow_local_user", "true",
				"profile", "\"oidc\"");
		this.administrator.call(OIDC, 1, "set", "oidc_name", "\"authentik\"");
		JsonNode stored = this.administrator.data(OIDC, 1, "get");
		assertThat(stored.path("oidc_client_id").asString()).isEqualTo("  an id/ ");
		assertThat(stored.path("oidc_allow_local_user").asBoolean()).isTrue();
		assertThat(stored.path("oidc_name").asString()).isEqualTo("authentik");
		assertThat(stored.has("profile")).isFalse();
	}

	@Test
	void aClientThatWritesByGetWithBareStringsGetsBackWhatItWrote() {
		JsonNode login = this.administrator.login("account", "setup-admin", "passwd", DemoNas.PASSWORD, "format", "sid",
				"enable_syno_token", "yes");
		String target = "/webapi/entry.cgi?api=" + OIDC + "&version=1&method=set&oidc_allow_local_user=true"
				+ "&oidc_scope=openid+profile+email&oidc_wellknown=https%3A%2F%2Fsso.example.org%2Fx%2F&_sid="
				+ login.path("data").path("sid").asString() + "&SynoToken="
				+ login.path("data").path("synotoken").asString();
		assertThat(this.administrator.get(target).text()).isEqualTo("{\"success\":true}");
		JsonNode stored = this.administrator.data(OIDC, 1, "get");
		assertThat(stored.path("oidc_scope").asString()).isEqualTo("openid profile email");
		assertThat(stored.path("oidc_wellknown").asString()).isEqualTo("https://sso.example.org/x/");
		assertThat(this.scene.simulator.arrived()).anyMatch(Arrival::exposedSecret);
	}

	@Test
	void storingTheFieldsNeitherSwitchesOnNorFindsTheEndpoints() {
		this.administrator.call(OIDC, 1, "set", "profile", "\"oidc\"", "oidc_wellknown",
				"\"https://sso.example.org/\"");
		assertThat(this.administrator.data(PROFILE, 1, "get").path("sso_enable").asBoolean()).isFalse();
		assertThat(this.administrator.data(OIDC, 1, "get").path("oidc_token_endpoint").asString()).isEmpty();
	}

	@Test
	void theSecretComesBackInClearTextUnlessTheFirmwareMasksIt() {
		this.administrator.call(OIDC, 1, "set", "oidc_client_secret", "\"abc\"");
		assertThat(this.administrator.data(OIDC, 1, "get").path("oidc_client_secret").asString()).isEqualTo("abc");
		this.scene.world.masksSecrets(true);
		assertThat(this.administrator.data(OIDC, 1, "get").path("oidc_client_secret").asString()).isEqualTo("********");
	}

	@Test
	void valuesOfAnotherTypeAreRefusedAndNothingIsStored() {
		for (String value : new String[] { "yes", "\"true\"", "1" }) {
			assertThat(this.administrator.code(OIDC, 1, "set", "oidc_name", "\"x\"", "oidc_allow_local_user", value))
				.isEqualTo(120);
		}
		assertThat(this.administrator.code(OIDC, 1, "set", "oidc_name", "true")).isEqualTo(120);
		assertThat(this.administrator.code(PROFILE, 1, "set", "sso_profile", "\"oidc\"", "sso_enable", "yes"))
			.isEqualTo(120);
		assertThat(this.administrator.code(SETTING, 1, "set", "sso_default_login", "1")).isEqualTo(120);
		assertThat(this.administrator.data(OIDC, 1, "get").path("oidc_name").asString()).isEmpty();
	}

	@Test
	void theProfileIsSwitchedOnAndOff() {
		assertThat(this.administrator.data(PROFILE, 1, "list"))
			.hasToString("{\"profiles\":[\"azure\",\"websphere\",\"oidc\"]}");
		this.administrator.call(PROFILE, 1, "set", "sso_profile", "\"oidc\"", "sso_enable", "true");
		assertThat(this.scene.world.sso().offersOidc()).isTrue();
		this.administrator.call(PROFILE, 1, "set", "sso_profile", "\"azure\"", "sso_enable", "true");
		assertThat(this.scene.world.sso().offersOidc()).isFalse();
		assertThat(this.administrator.code(PROFILE, 1, "set", "sso_profile", "\"entra\"", "sso_enable", "true"))
			.isEqualTo(120);
	}

	@Test
	void theProfileCanBecomeBlankAgainWhereDsmTakesThat() {
		assertThat(this.administrator.code(PROFILE, 1, "set", "sso_profile", "\"\"", "sso_enable", "false")).isZero();
		this.scene.world.assume(DsmAssumption.BLANK_PROFILE_IS_ACCEPTED, false);
		assertThat(this.administrator.code(PROFILE, 1, "set", "sso_profile", "\"\"", "sso_enable", "false"))
			.isEqualTo(120);
	}

	@Test
	void successIsNoProofOfStorage() {
		this.scene.world.silentlyDropsWrites(true);
		assertThat(this.administrator.code(SETTING, 1, "set", "sso_default_login", "true")).isZero();
		assertThat(this.administrator.code(OIDC, 1, "set", "oidc_name", "\"x\"")).isZero();
		assertThat(this.administrator.code(PROFILE, 1, "set", "sso_profile", "\"oidc\"", "sso_enable", "true"))
			.isZero();
		assertThat(this.scene.world.sso().defaultLogin()).isFalse();
		assertThat(this.scene.world.sso().text("oidc_name")).isEmpty();
		assertThat(this.scene.world.sso().enabled()).isFalse();
	}

	@Test
	void sevenOneHasNineFieldsAndIgnoresTheTenth() {
		assertThat(this.onSevenOne.data(OIDC, 1, "get").size()).isEqualTo(9);
		assertThat(this.onSevenOne.code(OIDC, 1, "set", "oidc_allow_local_user", "true")).isZero();
		assertThat(this.onSevenOne.data(OIDC, 1, "get").has("oidc_allow_local_user")).isFalse();
	}

	@Test
	void sevenOneKeepsTheDefaultElsewhere() {
		assertThat(this.onSevenOne.code(SETTING, 1, "get")).isEqualTo(102);
		assertThat(this.onSevenOne.code(SSO, 2, "get")).isEqualTo(104);
		assertThat(this.onSevenOne.data(SSO, 1, "get")).hasToString(
				"{\"appid\":\"\",\"enable_sso\":false,\"host\":\"\",\"pingpong\":null,\"sso_default_login\":false}");
	}

	@Test
	void sevenTwoNamesTheSsoServerToo() {
		assertThat(this.administrator.data(SSO, 2, "get"))
			.hasToString("{\"allow_local_user\":true,\"appid\":\"\",\"enable_sso\":false,\"host\":\"\","
					+ "\"name\":\"Synology SSO\",\"pingpong\":null,\"sso_default_login\":false}");
	}

	@Test
	void sevenZeroKnowsNoOpenIdConnect() {
		assertThat(this.onSevenZero.code(OIDC, 1, "get")).isEqualTo(102);
		assertThat(this.onSevenZero.data(PROFILE, 1, "list")).hasToString("{\"profiles\":[\"azure\",\"websphere\"]}");
	}

	@Test
	void theOtherWaysToSignInCanBeReadAndTheirUnknownMethodsAreNotThere() {
		assertThat(this.administrator.data("SYNO.Core.Directory.SSO.SAML", 1, "get").path("saml_name").asString())
			.isEqualTo("SAML");
		assertThat(this.administrator.code("SYNO.Core.Directory.SSO.CAS", 1, "get")).isZero();
		assertThat(this.administrator.code("SYNO.Core.Directory.SSO.Status", 1, "get")).isEqualTo(103);
		assertThat(this.onSevenOne.code("SYNO.Core.Directory.SSO.SAML", 1, "get")).isEqualTo(102);
	}

}
