package io.github.dsmsso.wizard.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.contract.BlueprintContract;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Plan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is exported, run by the tool it is for; here a blueprint of a plan makes in
 * authentik what the plan would make, in every release, and one of what is there changes
 * nothing.
 */
class ExportRunsTests {

	/**
	 * A release that shows no client secret gets another one, so that DSM can be told.
	 */
	private static final List<String> KNOWN_TO_NOBODY = List.of("client_id", "client_secret");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	private static int runs;

	private static int differences;

	@AfterAll
	static void keepTheFigures() {
		Figures.keep("exports", Map.of("runs", runs, "differences", differences));
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whatABlueprintMadeThePlanLeavesAsItIs(String release) {
		try (Bench bench = Bench.unchecked("7.2.2", release)) {
			DesiredState desired = bench.suggested();
			apply(bench, new Blueprint().write(ExportedSetup.of(bench, bench.plan(desired))));
			Plan next = bench.plan(bench.suggested());
			List<String> changes = changesInAuthentik(next);
			differences += ((int) changes.stream().filter((field) -> !KNOWN_TO_NOBODY.contains(field)).count());
			assertThat(changes).isSubsetOf(KNOWN_TO_NOBODY);
			assertThat(bench.authentikClient().providers().list()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aBlueprintOfWhatIsThereChangesNothing(String release) {
		try (Bench bench = Bench.unchecked("7.2.2", release)) {
			Plan plan = bench.plan();
			bench.start(plan);
			Map<String, Object> before = bench.everything();
			String blueprint = new Blueprint().write(ExportedSetup.of(bench, plan));
			apply(bench, blueprint);
			assertThat(bench.everything()).isEqualTo(before);
			apply(bench, new Blueprint().write(ExportedSetup.of(bench, bench.plan())));
			assertThat(bench.everything()).isEqualTo(before);
			assertThat(bench.plan().changesNothing()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.dsmsso.lab.contract.BlueprintContract#releases")
	void everyFieldIsOneOfThePublishedModels(String release) {
		try (Bench bench = Bench.unchecked("7.2.2", release)) {
			String group = bench.authentikClient().directory().groups().get(0).pk();
			DesiredState desired = bench.suggested().withAccess(new AccessRestriction(Set.of(group), Set.of()));
			Stream.of(bench.plan(), bench.plan(desired))
				.map((plan) -> new Blueprint().write(ExportedSetup.of(bench, plan)))
				.forEach((blueprint) -> assertThat(BlueprintContract.violations(release, blueprint)).isEmpty());
		}
	}

	@ParameterizedTest
	@MethodSource("releases")
	void noSecretIsInIt(String release) {
		try (Bench bench = Bench.unchecked("7.2.2", release)) {
			Plan plan = bench.plan();
			bench.start(plan);
			Setup setup = ExportedSetup.of(bench, plan);
			assertThat(Stream.of(new Blueprint(), new OpenTofu(), new AnsiblePlaybook(), new ShellCommands())
				.map((format) -> format.write(setup))).noneMatch((text) -> text.contains(secret(bench)));
		}
	}

	private static String secret(Bench bench) {
		return bench.dsmSession().oidcSso().clientSecret().reveal();
	}

	private static List<String> changesInAuthentik(Plan plan) {
		return plan.writes()
			.stream()
			.map(Change::describe)
			.filter((change) -> change.system() == TargetSystem.AUTHENTIK)
			.flatMap((change) -> change.fields().stream())
			.filter(FieldChange::changed)
			.map(FieldChange::field)
			.toList();
	}

	/** As an administrator does under Customization > Blueprints. */
	private static void apply(Bench bench, String blueprint) {
		runs++;
		JsonNode created = call(bench, "POST", "",
				Map.of("name", "exported " + UUID.randomUUID(), "content", blueprint));
		String instance = created.path("pk").asString() + "/";
		call(bench, "POST", instance + "apply/", Map.of());
		assertThat(call(bench, "GET", instance, Map.of()).path("status").asString()).as(blueprint)
			.isEqualTo("successful");
	}

	private static JsonNode call(Bench bench, String method, String path, Map<String, ?> body) {
		LabResponse answer = bench.authentikSimulator()
			.handle(LabRequest.of(method, "/api/v3/managed/blueprints/" + path,
					Map.of("Host", List.of("auth.example"), "Content-Type", List.of("application/json"),
							"Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN)),
					JSON.writeValueAsBytes(body)));
		assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
		return answer.text().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.text());
	}

}
