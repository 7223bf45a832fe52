package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventsTests {

	private static final Instant SINCE = Instant.parse("2026-11-24T09:00:00Z");

	private static final String EVENTS = "GET events/events/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@ParameterizedTest
	@CsvSource({ "2025.6.4, action", "2025.8.0, actions" })
	void authorizationsAreFilteredByActionAndApplication(String version, String filter) {
		this.authentik.ofVersion(version)
			.lists("events/events/", event("authorize_application", "anna", "2026-11-24T09:00:07.123456Z"));
		assertThat(this.authentik.client().events().authorizationsSince("3f0d7e9c-4a1b-4c7e-9b52-0d6f1f3a8e21", SINCE))
			.containsExactly(new AuthentikEvent("authorize_application", "anna",
					Instant.parse("2026-11-24T09:00:07.123456Z"), "said"));
		assertThat(this.authentik.heard(EVENTS).queryParameters()).containsEntry(filter, "authorize_application")
			.containsEntry("context_authorized_app", "3f0d7e9c4a1b4c7e9b520d6f1f3a8e21")
			.containsEntry("ordering", "-created");
	}

	@Test
	void whatIsOlderIsLeftOutAndNoPageAskedForBehindIt() {
		this.authentik.answers(EVENTS,
				ScriptedAuthentik.page(2, 50, event("authorize_application", "anna", "2026-11-24T09:00:00Z"),
						event("authorize_application", "bob", "2026-11-24T08:59:59.999Z")));
		assertThat(this.authentik.client().events().authorizationsSince("a", SINCE))
			.extracting(AuthentikEvent::username)
			.containsExactly("anna");
		assertThat(this.authentik.heard(EVENTS)).isNotNull();
	}

	@Test
	void pagesAreFollowedUntilOneGoesTooFarBack() {
		this.authentik.answers(EVENTS,
				pages(Map.of("1", "2026-11-24T09:02:00Z", "2", "2026-11-24T09:01:00Z", "3", "2026-11-24T08:00:00Z")));
		assertThat(this.authentik.client().events().authorizationsSince("a", SINCE)).hasSize(2);
		assertThat(pagesHeard()).containsExactly("1", "2", "3");
	}

	@Test
	void aLogThatNeverEndsIsReadForAFewPages() {
		this.authentik.answers(EVENTS, pages(Map.of()));
		assertThat(this.authentik.client().events().authorizationsSince("a", SINCE)).hasSize(5);
		assertThat(pagesHeard()).hasSizeBetween(5, 6);
	}

	@Test
	void failuresOfEveryKindComeNewestFirst() {
		this.authentik.answers(EVENTS, (request) -> switch (request.queryParameters().get("actions")) {
			case "login_failed" -> page(event("login_failed", "bob", "2026-11-24T09:00:01Z"));
			case "configuration_error" -> page(event("configuration_error", "AnonymousUser", "2026-11-24T09:00:02Z"));
			default -> page();
		});
		assertThat(this.authentik.client().events().failuresSince(SINCE)).extracting(AuthentikEvent::action)
			.containsExactly("configuration_error", "login_failed");
	}

	@Test
	void whereTheFilterFindsEveryActionThatContainsTheTextOthersAreLeftOut() {
		this.authentik.ofVersion("2025.6.4")
			.lists("events/events/", event("custom_login_failed", "bob", "2026-11-24T09:00:01Z"));
		assertThat(this.authentik.client().events().failuresSince(SINCE)).isEmpty();
	}

	@Test
	void anEventWithoutUserOrMessageIsReadAllTheSame() {
		this.authentik.lists("events/events/", """
				{"pk": "e", "action": "authorize_application", "app": "x", "created": "2026-11-24T10:00:00+01:00",
				"user": {}, "context": {"message": {"html": "x"}}}""");
		assertThat(this.authentik.client().events().authorizationsSince("a", SINCE))
			.containsExactly(new AuthentikEvent("authorize_application", "", SINCE, ""));
	}

	private List<String> pagesHeard() {
		return this.authentik.heard()
			.stream()
			.filter((request) -> request.path().endsWith("/events/"))
			.map((request) -> request.queryParameters().get("page"))
			.toList();
	}

	/** Pages without end, each with one event at the given moment. */
	private static io.github.dsmsso.lab.http.LabHandler pages(Map<String, String> created) {
		return (LabRequest request) -> {
			String page = request.queryParameters().get("page");
			String moment = created.getOrDefault(page, "2026-11-24T09:00:00Z");
			return LabResponse.of(200, "application/json", ScriptedAuthentik.page(Integer.parseInt(page) + 1, 9999,
					event("authorize_application", "anna", moment)));
		};
	}

	private static LabResponse page(String... events) {
		return LabResponse.of(200, "application/json", ScriptedAuthentik.page(0, 1, events));
	}

	private static String event(String action, String username, String created) {
		return """
				{"pk": "e", "action": "%s", "app": "x", "client_ip": null, "created": "%s", "user": {"pk": 1,
				"username": "%s"}, "context": {"message": "said"}, "brand": {}}""".formatted(action, created, username);
	}

}
