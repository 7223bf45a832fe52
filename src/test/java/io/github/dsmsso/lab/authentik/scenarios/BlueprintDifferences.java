package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;
import static io.github.dsmsso.lab.authentik.scenarios.Difference.between;

/** The release notes of blueprints. */
final class BlueprintDifferences {

	private static final String BLUEPRINTS = "/managed/blueprints/";

	private BlueprintDifferences() {
	}

	static Stream<Difference> all() {
		Difference.Border august = between("2025.4.4", "2025.8.6");
		return Stream.of(
				between("2024.2.4", "2024.8.4").notes(LOG_EVENTS, "a refused blueprint is told line by line",
						(api) -> created(api, "version: 2").has("/content/1")),
				august.notes(BLUEPRINTS_APPLIED_LATER, "applying a blueprint answers before its status is known",
						(api) -> applied(api).text("/status").equals("unknown")),
				august.notes(BLUEPRINT_SECTIONS, "entries of a blueprint may stand in sections",
						(api) -> created(api, "{version: 1, entries: {first: [], second: []}}").status() == 201),
				between("2026.2.2", "2026.5.6").notes(BLUEPRINT_IMPORT,
						"a blueprint can be imported without an instance of it",
						(api) -> api.importBlueprint("{version: 1, entries: []}").status() == 200),
				between("2026.5.6", "2026.8.3").notes(EQUALITY_CONDITIONS, "conditions can ask for equality",
						(api) -> created(api, """
								version: 1
								entries:
								  - model: authentik_core.group
								    conditions: [!Condition [NEQ, a, a]]
								    identifiers: {name: nobody}
								""").status() == 201));
	}

	private static Answer created(ApiScene api, String content) {
		return api.post(BLUEPRINTS, Map.of("name", "new", "content", content));
	}

	private static Answer applied(ApiScene api) {
		return api.send("POST", BLUEPRINTS + created(api, "{version: 1, entries: []}").text("/pk") + "/apply/");
	}

}
