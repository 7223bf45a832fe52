package io.github.dsmsso.lab.dsm;

import java.util.List;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for who may use the application DSM, how it is read, and how it acts. */
class AppPrivilegesTests {

	private static final String RULE = "SYNO.Core.AppPriv.Rule";

	private static final String APP = "SYNO.Core.AppPriv.App";

	private static final String[] DESKTOP = { "app_id", "\"SYNO.Desktop\"" };

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmWorld nas = this.scene.world;

	private final DsmCalls administrator = this.scene.administrator();

	@Test
	void aNewNasIsOpenToEveryone() {
		assertThat(rules()).hasToString("[{\"allow_ip\":[\"0.0.0.0\"],\"app_id\":\"SYNO.Desktop\",\"deny_ip\":[],"
				+ "\"entity_name\":\"everyone\",\"entity_type\":\"everyone\"}]");
	}

	@Test
	void anAccountWithoutThePrivilegeHasARuleThatDenies() {
		this.nas.account("grace").withoutDsmPrivilege();
		assertThat(rules().path(1))
			.hasToString("{\"allow_ip\":[],\"app_id\":\"SYNO.Desktop\",\"deny_ip\":[\"0.0.0.0\"],"
					+ "\"entity_name\":\"grace\",\"entity_type\":\"user\"}");
		assertThat(signIn("grace")).isEqualTo(402);
		this.nas.account("grace").withDsmPrivilege();
		assertThat(signIn("grace")).isZero();
	}

	@Test
	void whoIsDeniedByAGroupStaysOutWhateverARuleOfTheirOwnSays() {
		this.nas.privileges().deniesGroup("family").allowsUser("carla");
		assertThat(signIn("carla")).isEqualTo(402);
		assertThat(signIn("grace")).isZero();
	}

	@Test
	void whatIsSaidOfEveryoneCountsLast() {
		this.nas.privileges().deniesEveryone().allowsGroup("family");
		assertThat(signIn("carla")).isZero();
		assertThat(signIn("grace")).isEqualTo(402);
	}

	@Test
	void aRuleMayBeAboutAddresses() {
		this.nas.privileges().allowsUserFrom("grace", "192.0.2.7");
		assertThat(signIn("grace")).isEqualTo(402);
		this.nas.clientAddress("192.0.2.7");
		assertThat(signIn("grace")).isZero();
	}

	@Test
	void administratorsSetAndDeleteRules() {
		String denied = "[{\"entity_type\":\"user\",\"entity_name\":\"grace\",\"app_id\":\"SYNO.Desktop\","
				+ "\"allow_ip\":[],\"deny_ip\":[\"0.0.0.0\"]}]";
		assertThat(this.administrator.code(RULE, 1, "set", "rules", denied)).isZero();
		assertThat(signIn("grace")).isEqualTo(402);
		assertThat(this.administrator.data(RULE, 1, "get", "entity_type", "\"user\"", "entity_name", "\"grace\"")
			.path("rules")).hasSize(1);
		assertThat(this.administrator.code(RULE, 1, "delete", "rules", denied)).isZero();
		assertThat(signIn("grace")).isZero();
	}

	@Test
	void dsmReckonsItself() {
		this.nas.privileges().deniesGroup("family");
		assertThat(names(this.administrator.data(APP, 2, "allowed", DESKTOP))).contains("grace")
			.doesNotContain("carla");
		assertThat(names(this.administrator.data("SYNO.Core.AppPriv", 2, "list", "app_id", "\"SYNO.Desktop\"",
				"filter_type", "\"deny\"")))
			.contains("carla")
			.doesNotContain("grace");
		assertThat(this.administrator.data(APP, 2, "list").at("/applications/0/name").asString()).isEqualTo("DSM");
	}

	@ParameterizedTest
	@CsvSource({ "SYNO.Core.AppPriv, 2, list", "SYNO.Core.AppPriv.Rule, 1, list", "SYNO.Core.AppPriv.Rule, 1, get",
			"SYNO.Core.AppPriv.App, 2, allowed" })
	void withoutWhatAMethodNeedsItAnswers3400(String api, int version, String method) {
		assertThat(this.administrator.code(api, version, method)).isEqualTo(3400);
	}

	private JsonNode rules() {
		return this.administrator.data(RULE, 1, "list", DESKTOP).path("rules");
	}

	private static List<String> names(JsonNode data) {
		return data.path("users").valueStream().map((user) -> user.path("name").asString()).toList();
	}

	private int signIn(String account) {
		return DsmCalls.codeOf(this.scene.anyone().login("account", account, "passwd", DemoNas.PASSWORD));
	}

}
