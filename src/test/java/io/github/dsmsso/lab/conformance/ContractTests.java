package io.github.dsmsso.lab.conformance;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.contract.ApiSchema;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whether the contract notices what it should: every wrong thing here is planted. */
class ContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String PROVIDERS = "/api/v3/providers/oauth2/";

	private static final String UUID = "6ab5e0a3-6e9a-4b8e-9b1c-0d7c1f2a3b4c";

	@ParameterizedTest
	@CsvSource({ "2024.8.4,2024.8.6", "2024.8.6,2024.8.6", "2024.10.2,2024.10.5", "2025.12.1,2025.12.6",
			"2026.11.0,2026.8.3" })
	void releaseIsHeldAgainstTheWordsOfItsLineOrTheNewestOlderOne(String release, String published) {
		assertThat(Contract.of(release).published()).isEqualTo(published);
	}

	@Test
	void wellMadeRequestWithItsAnswerIsWithinTheContract() {
		Contract contract = Contract.of("2026.5.6");
		contract.on(authentik("2026.5.6")).handle(get("/api/v3/flows/instances/?designation=authorization"));
		assertThat(contract.seen()).isEqualTo(1);
		assertThat(contract.checked()).isEqualTo(1);
		contract.requireKept();
	}

	@Test
	void whatIsNotTheApiIsNoMatterOfTheContract() {
		Contract contract = Contract.of("2026.5.6");
		contract.on(authentik("2026.5.6")).handle(get("/application/o/authorize/"));
		assertThat(contract.seen()).isZero();
	}

	@Test
	void testFailsForWhatIsAgainstTheContract() {
		Contract contract = Contract.of("2026.5.6");
		contract.on(authentik("2026.5.6")).handle(get("/api/v3/core/usrs/"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(contract::requireKept)
			.withMessageContaining("/core/usrs/");
	}

	@Test
	void factsAndDescriptionThatDifferAreNoticed() {
		ApiSchema with = ApiSchema.of(Version.parse("2026.5.6")).get(0);
		ApiSchema without = ApiSchema.of(Version.parse("2023.10.7")).get(0);
		Contract contract = new Contract(List.of(with, without));
		contract.on(authentik("2026.5.6")).handle(get("/api/v3/core/application_entitlements/"));
		assertThat(contract.violations().keySet()).singleElement().asString().contains("differ", "No API path");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void wrongRequestIsNoticed(String release, String violation, LabRequest request) {
		Contract contract = Contract.of(release);
		contract.on((ignored) -> LabResponse.of(400, "application/json", "{}")).handle(request);
		assertThat(contract.violations().keySet()).singleElement()
			.asString()
			.contains(violation)
			.doesNotContain("differ");
	}

	static Stream<Arguments> wrongRequestIsNoticed() {
		return Stream.of(wrongProvider("2026.5.6", "redirect_uris", (body) -> body.put("redirect_uris", "https://nas")),
				wrongProvider("2024.8.6", "redirect_uris", (body) -> body.put("redirect_uris", "https://nas")),
				wrongProvider("2024.8.4", "redirect_uris", (body) -> body.put("redirect_uris", List.of())),
				wrongProvider("2024.10.2", "redirect_uris", (body) -> body.put("redirect_uris", List.of())),
				wrongProvider("2026.5.6", "redirect_uris", (body) -> body.remove("redirect_uris")),
				wrongProvider("2026.5.6", "authorization_flow", (body) -> body.remove("authorization_flow")),
				wrongProvider("2024.10.5", "invalidation_flow", (body) -> body.remove("invalidation_flow")),
				wrongProvider("2024.8.6", "grant_types", (body) -> body.put("grant_types", List.of())),
				wrongProvider("2026.5.6", "sub_mode", (body) -> body.put("sub_mode", "user_mail")),
				wrongProvider("2026.5.6", "signing_key", (body) -> body.put("signing_key", "key")),
				Arguments.of("2026.5.6", "'nam' is unexpected", get("/api/v3/core/users/?nam=anna")),
				Arguments.of("2026.5.6", "autorization", get("/api/v3/flows/instances/?designation=autorization")),
				Arguments.of("2024.8.4", "No API path", get("/api/v3/propertymappings/scope/")),
				Arguments.of("2026.5.6", "No API path", get("/api/v3/core/users")),
				Arguments.of("2026.5.6", "DELETE operation not allowed", request("DELETE", PROVIDERS, "")),
				Arguments.of("2026.5.6", "security parameters",
						LabRequest.of("GET", PROVIDERS, Map.of("Accept", List.of("application/json")), new byte[0])));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void wrongAnswerIsNoticed(String violation, UnaryOperator<LabResponse> mistake) {
		LabHandler authentik = authentik("2026.5.6");
		Contract contract = Contract.of("2026.5.6");
		contract.on((request) -> mistake.apply(authentik.handle(request)))
			.handle(get("/api/v3/core/users/?ordering=pk"));
		assertThat(contract.violations().keySet()).singleElement()
			.asString()
			.contains(violation)
			.doesNotContain("differ");
	}

	static Stream<Arguments> wrongAnswerIsNoticed() {
		return Stream.of(Arguments.of("[\"username\"]", firstUser((user) -> user.remove("username"))),
				Arguments.of("/is_active", firstUser((user) -> user.put("is_active", "yes"))),
				Arguments.of("/name", firstUser((user) -> user.put("name", null))),
				Arguments.of("/uuid", firstUser((user) -> user.put("uuid", "1"))),
				Arguments.of("/email", firstUser((user) -> user.put("email", "anna"))),
				Arguments.of("[\"nickname\"]", firstUser((user) -> user.put("nickname", "anna"))),
				Arguments.of("[\"pagination\"]", all((answer) -> answer.remove("pagination"))),
				Arguments.of("status 500", mistake(LabResponse.html(500, "Server error"))),
				Arguments.of("text/html", mistake(LabResponse.html(200, "Please sign in"))),
				Arguments.of("[\"detail\"]", mistake(LabResponse.of(404, "application/json", "{}"))),
				Arguments.of("no response body", mistake(LabResponse.of(200, "application/json", ""))));
	}

	private static Arguments wrongProvider(String release, String violation, Consumer<Map<String, Object>> mistake) {
		return Arguments.of(release, violation, provider(release, mistake));
	}

	private static LabHandler authentik(String release) {
		return new AuthentikSimulator(DemoAuthentik.world(AuthentikVersion.of(release)));
	}

	private static LabRequest get(String target) {
		return request("GET", target, "");
	}

	/**
	 * A provider that every release would take but for its redirect URIs, and a mistake.
	 */
	private static LabRequest provider(String release, Consumer<Map<String, Object>> mistake) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", "synology");
		body.put("authorization_flow", UUID);
		if (!release.startsWith("2024.8")) {
			body.put("invalidation_flow", UUID);
		}
		body.put("redirect_uris", List.of(Map.of("matching_mode", "strict", "url", "https://nas.example")));
		mistake.accept(body);
		return request("POST", PROVIDERS, JSON.writeValueAsString(body));
	}

	private static LabRequest request(String method, String target, String body) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		headers.put("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN));
		headers.put("Accept", List.of("application/json"));
		if (!body.isEmpty()) {
			headers.put("Content-Type", List.of("application/json"));
		}
		return LabRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private static UnaryOperator<LabResponse> mistake(LabResponse response) {
		return (ignored) -> response;
	}

	@SuppressWarnings("unchecked")
	private static UnaryOperator<LabResponse> firstUser(Consumer<Map<String, Object>> mistake) {
		return all((answer) -> mistake.accept(((List<Map<String, Object>>) answer.get("results")).get(0)));
	}

	@SuppressWarnings("unchecked")
	private static UnaryOperator<LabResponse> all(Consumer<Map<String, Object>> mistake) {
		return (response) -> {
			Map<String, Object> answer = JSON.readValue(response.text(), LinkedHashMap.class);
			mistake.accept(answer);
			return LabResponse.of(response.status(), "application/json", JSON.writeValueAsString(answer));
		};
	}

}
