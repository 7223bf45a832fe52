package io.github.dsmsso.lab.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the simulator answers to reads that the wizard may never send: every list that the
 * description has and the simulator plays, every object in it, and what can be asked of
 * an object.
 */
class SimulatorContractTests {

	private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void everyReadIsAnsweredAsDescribed(String release) {
		Contract contract = Contract.of(release);
		try (Bench bench = Bench.of("7.2.2", release)) {
			bench.start(bench.plan());
			new Reader(contract, bench.authentikSimulator()).readEverything();
		}
		assertThat(contract.seen()).isGreaterThan(50);
		contract.requireKept();
	}

	/**
	 * Asks for all that can be read, and passes over what the simulator does not play.
	 */
	private record Reader(Contract contract, LabHandler simulator) {

		void readEverything() {
			List<String> paths = this.contract.readablePaths();
			for (String list : paths) {
				if (!list.contains("{") && isPlayed(list)) {
					for (JsonNode row : read(list + needed(list)).path("results")) {
						paths.stream()
							.filter((path) -> path.startsWith(list + "{"))
							.map((path) -> path.replaceFirst("\\{[^}]*}", keyOf(row, path)))
							.filter(this::isPlayed)
							.forEach(this::read);
					}
				}
			}
		}

		/** What lists of permissions cannot be asked for without. */
		private static String needed(String list) {
			return switch (list) {
				case "/rbac/permissions/assigned_by_roles/", "/rbac/permissions/assigned_by_users/" ->
					"?model=authentik_core.application";
				case "/rbac/permissions/roles/" -> "?uuid=" + NOBODY;
				case "/rbac/permissions/users/" -> "?user_id=4";
				default -> "";
			};
		}

		private static String keyOf(JsonNode row, String path) {
			String name = path.replaceFirst(".*\\{([^}]*)}.*", "$1");
			return row.has(name) ? row.path(name).asString() : row.path("pk").asString();
		}

		private boolean isPlayed(String path) {
			return this.simulator.handle(request(path))
				.headers()
				.get("Content-Type")
				.get(0)
				.startsWith("application/json");
		}

		private JsonNode read(String path) {
			LabResponse answer = this.contract.on(this.simulator).handle(request(path));
			return JSON.readTree(answer.text());
		}

		private static LabRequest request(String path) {
			return LabRequest.of("GET", "/api/v3" + path,
					Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN), "Accept",
							List.of("application/json"), "Host", List.of("auth.example")),
					new byte[0]);
		}

	}

}
