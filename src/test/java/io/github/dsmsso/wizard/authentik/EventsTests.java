package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsTests {

	private static final Instant SINCE = Instant.parse("2026-11-24T09:00:00Z");

	private static final String APPLICATION = "3f0d7e9c-4a1b-4c7e-9b52-0d6f1f3a8e21";

	private static final String HEX = APPLICATION.replace("-", "");

	private static final String EVENTS = "GET events/events/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void theLogIsAskedOnceAndToldApartByActionAndApplication() {
		this.authentik.lists("events/events/", event("authorize_application", "anna", "2026-11-24T09:00:07.123456Z"),
				event("login_failed", "bob", "2026-11-24T09:00:06Z"),
				event("authorize_application", "carla", "2026-11-24T09:00:05Z").replace(HEX, "0".repeat(32)));
		SignInEvents events = this.authentik.client().events().signInsSince(APPLICATION, SINCE);
		assertThat(events.letIn()).containsExactly(new AuthentikEvent("authorize_application", "anna",
				Instant.parse("2026-11-24T09:00:07.123456Z"), "said"));
		assertThat(events.failures()).extracting(AuthentikEvent::username).containsExactly("bob");
		assertThat(this.authentik.heard(EVENTS).allQueryParameters().get("actions")).containsExactly(
				"authorize_application", "login_failed", "configuration_error", "property_mapping_exception");
		assertThat(this.authentik.heard(EVENTS).queryParameters()).containsEntry("ordering", "-created");
	}

	@Test
	void beforeThereWasAnExactFilterTheLogIsAskedForEachAction() {
		this.authentik.ofVersion("2025.6.4")
			.answers(EVENTS, (request) -> switch (request.queryParameters().get("action")) {
				case "authorize_application" -> page(event("authorize_application", "anna", "2026-11-24T09:00:07Z"));
				case "login_failed" -> page(event("custom_login_failed", "bob", "2026-11-24T09:00:01Z"));
				default -> page();
			});
		SignInEvents events = this.authentik.client().events().signInsSince(APPLICATION, SINCE);
		assertThat(events.letIn()).extracting(AuthentikEvent::username).containsExactly("anna");
		assertThat(events.failures()).isEmpty();
		assertThat(this.authentik.heard()
			.stream()
			.map((request) -> request.queryParameters().get("context_authorized_app"))
			.filter(Objects::nonNull)).containsExactly(HEX);
	}

	@Test
	void whatIsOlderIsLeftOutAndNoPageAskedForBehindIt() {
		this.authentik.answers(EVENTS,
				ScriptedAuthentik.page(2, 50, event("authorize_application", "anna", "2026-11-24T09:00:00Z"),
						event("authorize_application", "bob", "2026-11-24T08:59:59.999Z")));
		assertThat(letIn()).extracting(AuthentikEvent::username).containsExactly("anna");
		assertThat(this.authentik.heard(EVENTS)).isNotNull();
	}

	@Test
	void pagesAreFollowedUntilOneGoesTooFarBack() {
		this.authentik.answers(EVENTS,
				pages(Map.of("1", "2026-11-24T09:02:00Z", "2", "2026-11-24T09:01:00Z", "3", "2026-11-24T08:00:00Z")));
		assertThat(letIn()).hasSize(2);
		assertThat(pagesHeard()).containsExactly("1", "2", "3");
	}

	@Test
	void aLogThatNeverEndsIsReadForAFewPages() {
		this.authentik.answers(EVENTS, pages(Map.of()));
		assertThat(letIn()).hasSize(5);
		assertThat(pagesHeard()).hasSizeBetween(5, 6);
	}

	@Test
	void failuresOfEveryKindComeNewestFirst() {
		this.authentik.lists("events/events/", event("login_failed", "bob", "2026-11-24T09:00:01Z"),
				event("configuration_error", "AnonymousUser", "2026-11-24T09:00:02Z"));
		assertThat(this.authentik.client().events().signInsSince(APPLICATION, SINCE).failures())
			.extracting(AuthentikEvent::action)
			.containsExactly("configuration_error", "login_failed");
	}

	@Test
	void anEventWithoutUserOrMessageIsReadAllTheSame() {
		this.authentik.lists("events/events/", """
				{"pk": "e", "action": "authorize_application", "app": "x", "created": "2026-11-24T10:00:00+01:00",
				"user": {}, "context": {"message": {"html": "x"}, "authorized_application": {"pk": "%s"}}}"""
			.formatted(APPLICATION));
		assertThat(letIn()).containsExactly(new AuthentikEvent("authorize_application", "", SINCE, ""));
	}

	private List<AuthentikEvent> letIn() {
		return this.authentik.client().events().signInsSince(APPLICATION, SINCE).letIn();
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
				"username": "%s"}, "context": {"message": "said", "authorized_application": {"pk": "%s"}}, "brand": {}}"""
			.formatted(action, created, username, HEX);
	}

}
