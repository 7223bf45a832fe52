package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may use an application: what the access check answers, and that a real sign-in goes
 * the same way.
 */
class AccessTests {

	private static final String POLICIES = "/policies/expression/";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@Test
	void aPolicyLetsPassWhomItsExpressionNames() {
		assertThat(admitted(bound(PolicyExpression.ALLOWS_ALL, false, false))).contains("anna", "grace", "erin");
		assertThat(admitted(bound(PolicyExpression.DENIES_ALL, false, false))).isEmpty();
		assertThat(admitted(bound(PolicyExpression.allowsUsers("grace", "Carla"), false, false)))
			.containsExactlyInAnyOrder("grace", "Carla");
		assertThat(admitted(bound(PolicyExpression.allowsMembersOf("Family"), false, false)))
			.containsExactlyInAnyOrder("anna", "bob");
		assertThat(admitted(bound("return not request.user.username == 'anna'", false, false))).contains("grace")
			.doesNotContain("anna");
	}

	@Test
	void aNegatedPolicyLetsPassTheOthers() {
		assertThat(admitted(bound(PolicyExpression.allowsMembersOf("Family"), true, false))).contains("grace", "Carla")
			.doesNotContain("anna", "bob");
	}

	@ParameterizedTest
	@CsvSource({ "false, false", "false, true", "true, false", "true, true" })
	void aPolicyThatFailsCountsAsItsBindingSaysNegatedOrNot(boolean negate, boolean failureResult) {
		boolean everybody = admitted(bound(PolicyExpression.FAILS, negate, failureResult)).contains("anna");
		assertThat(everybody).isEqualTo(failureResult);
		assertThat(admitted(bound("while True: pass", negate, failureResult)).contains("anna"))
			.isEqualTo(failureResult);
	}

	@Test
	void negatedBindingsOfGroupsAndUsersNameTheOthers() {
		assertThat(admitted(scene("2026.5", (world) -> world.groupIsBound("Family", "nas", true))))
			.contains("Carla", "grace")
			.doesNotContain("anna", "bob");
		assertThat(admitted(scene("2026.5", (world) -> world.userIsBound("anna", "nas", true)))).contains("bob")
			.doesNotContain("anna");
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whoIsInAGroupIsInEveryGroupAboveIt(String release) {
		ApiScene api = scene(release, (world) -> {
			world.people().groupComes("Household", false);
			world.people().groupComes("Everybody", false);
			world.people().groupIsBelow("Family", "Household");
			world.people().groupIsBelow("Household", "Everybody");
			world.groupIsBound("Everybody", "nas", false);
		});
		assertThat(admitted(api)).containsExactlyInAnyOrder("anna", "bob");
	}

	@Test
	void from202512OnAGroupMayBeBelowSeveral() {
		ApiScene api = scene("2025.12", (world) -> {
			world.people().groupComes("First", false);
			world.people().groupComes("Second", false);
			world.people().groupIsBelow("Family", "First");
			world.people().groupIsBelow("Family", "Second");
			world.groupIsBound("Second", "nas", false);
		});
		assertThat(admitted(api)).containsExactlyInAnyOrder("anna", "bob");
	}

	@Test
	void bindingsThatAreSwitchedOffAreNone() {
		ApiScene api = scene("2026.5",
				(world) -> world.groupIsBound("Family", "nas", false)
					.groupIsBound("NAS users", "nas", true)
					.bindingsAreEnabled("nas", false));
		assertThat(admitted(api)).contains("anna", "grace");
		api.world().closesApplicationsWithoutBindings();
		assertThat(admitted(api)).isEmpty();
	}

	@Test
	void fromTheirMomentOnBindingsOf20268AreNone() {
		ApiScene api = scene("2026.8", (world) -> world.groupIsBound("Family", "nas", false)
			.bindingsExpire("nas", ApiScene.NOW.plusSeconds(1)));
		assertThat(admitted(api)).containsExactlyInAnyOrder("anna", "bob");
		api.world().bindingsExpire("nas", ApiScene.NOW.minusSeconds(1));
		assertThat(admitted(api)).contains("anna", "grace");
		assertThat(api.get("/policies/bindings/").column("pk")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2025.4, anna", "2025.8, anna bob Carla dave@example.org", "2025.10, anna bob Carla dave@example.org",
			"2025.12, anna", "2026.2, anna", "2026.8, anna" })
	void modeAllWantsEveryGroupButInTwoReleases(String release, String names) {
		ApiScene api = scene(release,
				(world) -> world.groupIsBound("Family", "nas", false)
					.groupIsBound("NAS users", "nas", false)
					.somebodyChangesTheApplication("nas", "policy_engine_mode", "all"));
		assertThat(admitted(api)).containsExactlyInAnyOrder(names.split(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025.8", "2026.8" })
	void modeAllWantsGroupsAndPolicies(String release) {
		ApiScene api = scene(release, (world) -> {
			world.policyComes("no bob", "return not request.user.username == \"bob\"");
			world.groupIsBound("Family", "nas", false)
				.policyIsBound("no bob", "nas", false, false)
				.somebodyChangesTheApplication("nas", "policy_engine_mode", "all");
		});
		assertThat(admitted(api)).containsExactly("anna");
	}

	@Test
	void aRealSignInGoesTheWayOfTheCheck() {
		ApiScene api = bound(PolicyExpression.allowsUsers("grace"), false, false);
		assertThat(api.browserOf("grace").get(api.authorizeTarget("nas")).location()).contains("code=");
		assertThat(api.browserOf("anna").get(api.authorizeTarget("nas")).text()).contains("Request has been denied");
	}

	@Test
	void policiesAreMadeReadBoundAndDeletedOverTheApi() {
		ApiScene api = scene("2026.5", (world) -> {
		});
		Answer made = api.post(POLICIES,
				Map.of("name", "only anna", "expression", "return request.user.username == \"anna\""));
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.text("/meta_model_name")).isEqualTo("authentik_policies_expression.expressionpolicy");
		Map<String, Object> binding = Map.of("target", api.application("nas"), "policy", made.text("/pk"), "order", 0);
		assertThat(api.post("/policies/bindings/", binding).text("/policy_obj/bound_to")).isEqualTo("1");
		assertThat(api.post("/policies/bindings/", binding).text("/non_field_errors/0"))
			.isEqualTo("The fields policy, target, order must make a unique set.");
		assertThat(admitted(api)).containsExactly("anna");
		assertThat(api.get(POLICIES).column("expression")).hasSize(1);
		assertThat(api.get("/policies/all/").column("name")).containsExactly("only anna");

		api.delete(POLICIES + made.text("/pk") + "/");
		assertThat(api.get("/policies/bindings/").column("pk")).isEmpty();
		assertThat(admitted(api)).contains("grace");
	}

	@Test
	void aPolicyNeedsAnExpressionAndANameOfItsOwn() {
		ApiScene api = ApiScene.of("2026.5");
		assertThat(api.post(POLICIES, Map.of("name", "x", "expression", "")).text("/expression/0"))
			.isEqualTo("This field may not be blank.");
		api.post(POLICIES, Map.of("name", "x", "expression", "return True"));
		assertThat(api.post(POLICIES, Map.of("name", "x", "expression", "return True")).text("/name/0"))
			.isEqualTo("Expression Policy with this name already exists.");
	}

	@Test
	void aLoneStarBecomesAPatternForEverythingAsLongAsRedirectUrisAreTexts() {
		ApiScene api = ApiScene.of("2024.2");
		String pk = api.connect("nas", api.provider("nas", "redirect_uris", "*"));
		assertThat(api.anonymous().get(api.authorizeTarget("nas", "prompt", "none")).location())
			.contains("error=login_required");
		assertThat(api.get("/providers/oauth2/" + pk + "/").text("/redirect_uris")).isEqualTo(".*");
	}

	private static ApiScene bound(String expression, boolean negate, boolean failureResult) {
		return scene("2026.5", (world) -> {
			world.policyComes("policy", expression);
			world.policyIsBound("policy", "nas", negate, failureResult);
		});
	}

	private static ApiScene scene(String release, Consumer<AuthentikWorld> setUp) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		setUp.accept(api.world());
		return api;
	}

	/** Whom the access check lets in, of the people of the demonstration. */
	private static List<String> admitted(ApiScene api) {
		Access access = new Access(api.world());
		Row application = api.world().tables().applications().one("slug", "nas");
		return api.world()
			.people()
			.users()
			.stream()
			.filter((user) -> List.of("anna", "bob", "Carla", "dave@example.org", "erin", "grace")
				.contains(user.text("username")))
			.filter((user) -> access.granted(user, application))
			.map((user) -> user.text("username"))
			.toList();
	}

}
