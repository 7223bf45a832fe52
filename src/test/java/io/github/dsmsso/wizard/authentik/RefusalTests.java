package io.github.dsmsso.wizard.authentik;

import java.util.stream.Stream;

import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RefusalTests {

	private static final String CREATE = "POST policies/bindings/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	private AuthentikClient client;

	@BeforeEach
	void connect() {
		this.client = this.authentik.client();
	}

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void aMissingRightIsNamedByItsCodeName(String call, String permission, Call does) {
		this.authentik.answers(call, 403, ScriptedAuthentik.forbidden());
		AuthentikException refused = refused(() -> does.on(this.client));
		assertThat(refused.reason()).isEqualTo(Reason.PERMISSION_MISSING);
		assertThat(refused.problem().arguments()).containsExactly(permission);
		assertThat(refused.problem().detail()).isEqualTo(call + ": HTTP 403");
	}

	static Stream<Arguments> calls() {
		return Stream.of(
				call("GET flows/instances/", "authentik_flows.view_flow",
						(client) -> client.flows().list(Flow.Designation.AUTHORIZATION)),
				call("GET crypto/certificatekeypairs/", "authentik_crypto.view_certificatekeypair",
						(client) -> client.keys().list()),
				call("POST crypto/certificatekeypairs/generate/", "authentik_crypto.add_certificatekeypair",
						(client) -> client.keys().createRsa("nas", 365)),
				call("GET propertymappings/provider/scope/", "authentik_providers_oauth2.view_scopemapping",
						(client) -> client.scopeMappings().list()),
				call("GET providers/oauth2/", "authentik_providers_oauth2.view_oauth2provider",
						(client) -> client.providers().list()),
				call("POST providers/oauth2/", "authentik_providers_oauth2.add_oauth2provider",
						(client) -> client.providers().create(Samples.provider())),
				call("PATCH providers/oauth2/7/", "authentik_providers_oauth2.change_oauth2provider",
						(client) -> client.providers()
							.update(Samples.provider().withPk(7), Samples.provider().withSigningKey("other"))),
				call("DELETE providers/oauth2/7/", "authentik_providers_oauth2.delete_oauth2provider",
						(client) -> client.providers().delete(7)),
				call("GET core/applications/nas/", "authentik_core.view_application",
						(client) -> client.applications().get("nas")),
				call("POST core/applications/", "authentik_core.add_application",
						(client) -> client.applications().create(Samples.application())),
				call("PATCH core/applications/synology/", "authentik_core.change_application",
						(client) -> client.applications()
							.update(Samples.application(), Samples.application().withProvider(8))),
				call("DELETE core/applications/nas/", "authentik_core.delete_application",
						(client) -> client.applications().delete("nas")),
				call("GET policies/bindings/", "authentik_policies.view_policybinding",
						(client) -> client.bindings().list("a")),
				call(CREATE, "authentik_policies.add_policybinding", RefusalTests::createBinding),
				call("DELETE policies/bindings/b/", "authentik_policies.delete_policybinding",
						(client) -> client.bindings().delete("b")),
				call("GET core/users/", "authentik_core.view_user", (client) -> client.directory().users()),
				call("GET core/groups/", "authentik_core.view_group", (client) -> client.directory().groups()),
				call("GET events/events/", "authentik_events.view_event",
						(client) -> client.events().signInsSince("a", java.time.Instant.EPOCH)));
	}

	@Test
	void aTokenThatExpiresMidwayIsTold() {
		this.authentik.answers(CREATE, 403, "{\"detail\": \"Token invalid/expired\"}");
		assertThat(refused(this::createBinding).reason()).isEqualTo(Reason.TOKEN_INVALID);
	}

	@Test
	void refusedFieldsAreNamedAndNothingElseOfTheirRefusal() {
		this.authentik.answers(CREATE, 400, """
				{"order": ["<b>no</b>"], "non_field_errors": ["one of …"], "<i>": ["x"], "Evil Name": ["x"]}""");
		AuthentikException refused = refused(this::createBinding);
		assertThat(refused.reason()).isEqualTo(Reason.FIELD_REFUSED);
		assertThat(refused.problem().arguments()).containsExactly("order, non_field_errors");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			400; {"detail": "JSON parse error"}; OTHER
			400; {"<i>": ["x"]}; OTHER
			404; {"detail": "Not found."}; NOT_FOUND
			405; {"detail": "Method not allowed."}; OTHER
			415; {"detail": "Unsupported media type"}; OTHER
			""")
	void whatAuthentikRefusesInJsonIsDefinite(int status, String json, Reason reason) {
		this.authentik.answers(CREATE, status, json);
		assertThat(refused(this::createBinding).reason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource({ "302, SOMETHING_ELSE", "400, SOMETHING_ELSE", "401, SOMETHING_ELSE", "403, SOMETHING_ELSE",
			"404, SOMETHING_ELSE", "405, SOMETHING_ELSE", "413, SOMETHING_ELSE", "429, THROTTLED", "500, OUT_OF_ORDER",
			"502, OUT_OF_ORDER", "503, OUT_OF_ORDER", "504, OUT_OF_ORDER", "200, SOMETHING_ELSE" })
	void aWebPageLeavesOpenWhetherAWriteWasDone(int status, Kind kind) {
		this.authentik.answers(CREATE, LabResponse.html(status, "<html>proxy</html>"));
		assertOutcomeOpen(kind);
	}

	@ParameterizedTest
	@CsvSource({ "401, SOMETHING_ELSE", "429, THROTTLED", "500, OUT_OF_ORDER", "503, OUT_OF_ORDER" })
	void aProxyMaySpeakJsonToo(int status, Kind kind) {
		this.authentik.answers(CREATE, status, "{\"detail\": \"no\"}");
		assertOutcomeOpen(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{\"pk\": 7}", "{\"pk\": \"b\"}" })
	void anAnswerThatIsNoBindingLeavesOpenWhetherOneWasCreated(String json) {
		this.authentik.answers(CREATE, 201, json);
		assertOutcomeOpen(Kind.UNREADABLE);
	}

	@ParameterizedTest
	@CsvSource({ "LOST, ANSWER_LOST", "CUT, ANSWER_LOST", "SILENT, TOO_SLOW", "TRICKLED, TOO_SLOW" })
	void anAnswerThatStaysAwayLeavesOpenWhetherAWriteWasDone(Delivery delivery, Kind kind) {
		this.client = this.authentik.withoutASocket().client();
		this.authentik.answers(CREATE,
				LabResponse.of(201, "application/json", Samples.BINDING_JSON).delivered(delivery));
		assertOutcomeOpen(kind);
	}

	@Test
	void anAuthentikThatIsStartingMidwayIsOutOfOrderAndToldAsStarting() {
		this.authentik.answers("GET core/groups/", 503, "{\"error\": \"authentik starting\"}");
		ApiException failed = catchThrowableOfType(ApiException.class, () -> this.client.directory().groups());
		assertThat(failed.failure().kind()).isEqualTo(Kind.OUT_OF_ORDER);
		assertThat(failed.problem().code()).isEqualTo("authentik.starting");
	}

	@Test
	void noRefusalCarriesTheTokenOrAuthentiksWords() {
		this.authentik.answers(CREATE, 403, "{\"detail\": \"leak " + ScriptedAuthentik.TOKEN + "\"}");
		ProblemException refused = refused(this::createBinding);
		assertThat(refused.getMessage() + refused.problem()).doesNotContain(ScriptedAuthentik.TOKEN, "leak");
	}

	private void createBinding() {
		createBinding(this.client);
	}

	private static void createBinding(AuthentikClient client) {
		client.bindings().create(PolicyBinding.ofGroup("app", "group", 0));
	}

	private void assertOutcomeOpen(Kind kind) {
		ApiException failed = catchThrowableOfType(ApiException.class, this::createBinding);
		assertThat(failed.failure().kind()).isEqualTo(kind);
		assertThat(failed.failure().nothingSent()).isFalse();
		assertThat(this.authentik.heard(CREATE)).isNotNull();
	}

	private static AuthentikException refused(ThrowingCallable call) {
		return catchThrowableOfType(AuthentikException.class, call);
	}

	private static Arguments call(String call, String permission, Call does) {
		return Arguments.of(call, permission, does);
	}

	/** Something to do with a client. */
	interface Call {

		void on(AuthentikClient client);

	}

}
