package io.github.dsmsso.lab.authentik.scenarios;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.rights.PolicyExpression;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.store.StageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flows that are made over the API, and the stages in them, which act.
 */
class FlowStagesTests {

	private final ApiScene api = ApiScene.of("2026.2");

	@Test
	void aFlowTellsItsStagesInTheirOrder() {
		String flow = flowWith("nas");
		String second = stage("consent", Map.of("name", "Second"));
		String first = stage("password", Map.of("name", "First"));
		bind(flow, second, 10);
		bind(flow, first, 5);

		assertThat(this.api.get("/flows/instances/nas/").json().at("/stages").toString()).contains(first)
			.endsWith("\"" + second + "\"]");
		assertThat(this.api.get("/flows/bindings/?target=" + flow).column("stage_obj/name")).containsExactly("First",
				"Second");
		assertThat(this.api.get("/flows/bindings/?target=" + flow).column("stage_obj/component"))
			.containsExactly("ak-stage-password-form", "ak-stage-consent-form");
		this.api.delete("/stages/consent/" + second + "/");
		assertThat(this.api.get("/flows/bindings/?target=" + flow).column("stage")).containsExactly(first);
	}

	@Test
	void theShippedFlowAsksForConsentOnceInFourWeeks() {
		connect("default-provider-authorization-explicit-consent");

		PlainClient browser = this.api.browserOf("anna");
		assertThat(goOn(browser).text()).contains("requires following permissions");
		assertThat(submit(browser, Map.of()).location()).contains("code=");
		assertThat(goOn(browser).location()).contains("code=");
	}

	@Test
	void consentThatIsAlwaysRequiredIsRememberedByNobody() {
		through(stage("consent", Map.of("name", "Ask", "mode", "always_require")));

		PlainClient browser = this.api.browserOf("anna");
		assertThat(submit(browser, Map.of()).location()).contains("code=");
		assertThat(goOn(browser).text()).contains("requires following permissions");
	}

	@Test
	void aDenyStageLetsNobodyPass() {
		through(stage("deny", Map.of("name", "Nobody")));

		assertThat(goOn(this.api.browserOf("akadmin")).text()).contains("Request has been denied");
		assertThat(submit(this.api.browserOf("anna"), Map.of()).text()).contains("Request has been denied");
	}

	@Test
	void aStageIsForThoseWhomItsPoliciesName() {
		String flow = flowWith("nas");
		String binding = bind(flow, stage("deny", Map.of("name", "Not bob")), 0);
		this.api.world().policyComes("bob", PolicyExpression.allowsUsers("bob"));
		String target = this.api.get("/flows/bindings/" + binding + "/").text("/policybindingmodel_ptr_id");
		Answer bound = this.api.post("/policies/bindings/", Map.of("target", target, "policy",
				this.api.world().tables().policies().one("name", "bob").pk(), "order", 0));
		assertThat(bound.status()).isEqualTo(201);
		connect("nas");

		assertThat(goOn(this.api.browserOf("bob")).text()).contains("Request has been denied");
		assertThat(goOn(this.api.browserOf("anna")).location()).contains("code=");
	}

	@Test
	void aDeviceIsAskedForItsCodeAndWhoHasNoneIsDenied() {
		through(stage("authenticator/validate", Map.of("name", "Device", "not_configured_action", "deny")));
		this.api.world().hasADevice("anna", "246810");

		PlainClient anna = this.api.browserOf("anna");
		assertThat(goOn(anna).text()).contains("Enter a code");
		assertThat(submit(anna, Map.of("code", "111111")).text()).contains("Enter a code");
		assertThat(submit(anna, Map.of("code", "246810")).location()).contains("code=");
		assertThat(goOn(this.api.browserOf("bob")).text()).contains("Request has been denied");
	}

	@Test
	void aPasswordIsAskedForAgain() {
		through(stage("password", Map.of("name", "Again")));

		PlainClient browser = this.api.browserOf("anna");
		assertThat(submit(browser, Map.of("password", "wrong")).text()).contains("Enter your password");
		assertThat(submit(browser, Map.of("password", DemoAuthentik.PASSWORD)).location()).contains("code=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "require_superuser", "require_unauthenticated" })
	void aFlowThatIsNotForPeopleLetsThemNotPass(String authentication) {
		flowWith("nas", "authentication", authentication);
		connect("nas");

		assertThat(goOn(this.api.browserOf("anna")).text()).contains("Request has been denied");
		assertThat(goOn(this.api.browserOf("akadmin")).text().contains("denied"))
			.isEqualTo(authentication.equals("require_unauthenticated"));
	}

	@Test
	void whatIsWrongIsRefused() {
		String flow = flowWith("nas");

		assertThat(this.api.post("/flows/instances/", flow("nas")).text("/slug/0"))
			.isEqualTo("Flow with this slug already exists.");
		assertThat(this.api.post("/stages/consent/", Map.of("name", "x", "mode", "never")).text("/mode/0"))
			.isEqualTo("\"never\" is not a valid choice.");
		assertThat(
				this.api.post("/flows/bindings/", Map.of("target", flow, "stage", flow, "order", 0)).text("/stage/0"))
			.isEqualTo("Invalid pk \"" + flow + "\" - object does not exist.");
	}

	/** The flow of the client has this stage and no other. */
	private void through(String stage) {
		bind(flowWith("nas"), stage, 0);
		connect("nas");
	}

	private void connect(String flow) {
		this.api.connect("nas", this.api.provider("nas", "authorization_flow", this.api.flow(flow)));
	}

	private String flowWith(String slug, String... more) {
		Map<String, Object> flow = flow(slug);
		for (int i = 0; i < more.length; i += 2) {
			flow.put(more[i], more[i + 1]);
		}
		return made("/flows/instances/", flow);
	}

	private static Map<String, Object> flow(String slug) {
		return new LinkedHashMap<>(Map.of("name", slug, "slug", slug, "title", slug, "designation", "authorization"));
	}

	private String stage(String path, Map<String, ?> body) {
		return made("/stages/" + path + "/", body);
	}

	private String bind(String flow, String stage, int order) {
		return made("/flows/bindings/", Map.of("target", flow, "stage", stage, "order", order));
	}

	private String made(String path, Map<String, ?> body) {
		Answer answer = this.api.post(path, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.text("/pk");
	}

	/** Where the client's request leads: to the client, or to a page of the flow. */
	private Answer goOn(PlainClient browser) {
		Answer answer = browser.get(this.api.authorizeTarget("nas"));
		return (answer.status() == 302 && !answer.location().contains("code=")) ? browser.get(answer.location())
				: answer;
	}

	private Answer submit(PlainClient browser, Map<String, String> form) {
		return browser.submit(browser.get(this.api.authorizeTarget("nas")).location(), form);
	}

	@Test
	void eachKindOfStageHasItsPlaceInTheApi() {
		for (StageKind kind : StageKind.values()) {
			String pk = stage(kind.path(), Map.of("name", kind.name()));
			assertThat(this.api.get("/stages/" + kind.path() + "/" + pk + "/").text("/component"))
				.isEqualTo(kind.component());
		}
	}

}
