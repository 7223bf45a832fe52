package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameBridge;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person whose names differ is given an attribute that DSM is told, and all of it can
 * be taken back.
 */
class NameBridgeTests {

	private static final String DAVE = "dave@example.org";

	private static final String MAPPING = "DSM account name (synology)";

	private static final Predicate<LabRequest> CREATE_MAPPING = Fault.request("POST", "/propertymappings/");

	private static final Predicate<LabRequest> FILL = Fault.request("PATCH", "/core/users/");

	private Bench bench = Bench.usual();

	static List<Fault> faults() {
		return List.of(Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.BAD_GATEWAY, Fault.SERVER_ERROR_AFTER,
				Fault.TRUNCATED_AFTER);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@CsvSource({ "7.2.2, 2023.10", "7.2.2, 2024.8", "7.2.2, 2024.12", "7.3.2, 2025.12", "7.4, 2026.5", "7.4, 2026.11" })
	void whoIsBridgedSignsInAndUndoTakesTheBridgeAway(String dsm, String authentik) {
		this.bench.close();
		this.bench = Bench.of(dsm, authentik);
		hasAttributes();
		Map<String, Object> before = this.bench.everything();

		ApplyRun run = apply();

		assertThat(run.outcome()).as("%s", run.problem()).isEqualTo(RunOutcome.APPLIED);
		assertThat(callsSent()).containsAll(callsTold(run));
		assertThat(admitted(DAVE)).isEqualTo("dave");
		assertThat(admitted("anna")).isEqualTo("anna");
		assertThat(attributes()).isEqualTo(
				Map.of("quota", 5, "nested", Map.of("list", List.of("a", 1.5, true)), NameBridge.ATTRIBUTE, "dave"));
		undo(run);
		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(before);
		assertThat(admitted(DAVE)).isNull();
	}

	@Test
	void whatLeadsNobodyAnywhereIsWrittenFirst() {
		assertThat(apply().steps()).extracting(StepProgress::code)
			.containsExactly("guard", "user.update", "scope-mapping.create", "provider.create", "application.create",
					"readiness", "oidc-sso.update", "sso-profile.update");
	}

	@Test
	void theMappingSendsWhatTheShippedOneDoes() {
		apply();
		assertThat(mapping().toString()).contains("\"groups\"", "\"name\"", "\"nickname\"")
			.contains("\"preferred_username\": request.user.attributes.get(\"synology_username\")");
		assertThat(provider().get("property_mappings").toString()).contains(mapping().get("pk").toString());
	}

	@Test
	void aProviderThatIsThereIsGivenTheMappingAndThenItsOwnAgain() {
		apply(this.bench.plan());
		this.bench.bean(Applier.class).forget();
		Map<String, Object> before = this.bench.everything();

		ApplyRun run = apply();

		assertThat(run.steps()).extracting(StepProgress::code)
			.containsExactly("guard", "user.update", "scope-mapping.create", "provider.update", "readiness");
		assertThat(admitted(DAVE)).isEqualTo("dave");
		undo(run);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void aSecondRunChangesNothingAndKeepsTheBridge() {
		apply();
		assertThat(this.bench.suggested().bridge()).isEqualTo(new NameBridge(NameBridge.ATTRIBUTE, Map.of()));
		assertThat(this.bench.plan().changesNothing()).isTrue();
		assertThat(this.bench.plan().isFulfilled()).isTrue();
	}

	@Test
	void anAttributeThatHeldAnotherNameHoldsItAgain() {
		this.bench.authentik().people().userHasAttribute(DAVE, NameBridge.ATTRIBUTE, "david");
		Map<String, Object> before = this.bench.everything();

		ApplyRun run = apply();

		assertThat(run.plan().descriptions().stream().flatMap((change) -> change.fields().stream()))
			.anyMatch((field) -> field.now().equals("synology_username: david")
					&& field.after().equals("synology_username: dave"));
		assertThat(admitted(DAVE)).isEqualTo("dave");
		undo(run);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void anAttributeThatHoldsNoTextIsLeftAlone() {
		this.bench.authentik().people().userHasAttribute(DAVE, NameBridge.ATTRIBUTE, List.of("dave"));
		assertThat(this.bench.plan(bridged()).blockers()).extracting(Problem::code)
			.containsExactly("plan.attribute-cannot-be-filled");
	}

	@ParameterizedTest
	@MethodSource("faults")
	void theMappingIsMadeOnceWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.authentikSuffers(fault.atFirst(CREATE_MAPPING));
		assertThat(apply().outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(admitted(DAVE)).isEqualTo("dave");
	}

	@ParameterizedTest
	@MethodSource("faults")
	void theAttributeIsFilledWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.authentikSuffers(fault.atFirst(FILL));
		assertThat(apply().outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(admitted(DAVE)).isEqualTo("dave");
	}

	@Test
	void whatOthersWriteIntoAnotherAttributeMeanwhileStays() {
		ApplyRun run = apply();
		this.bench.authentik().people().userHasAttribute(DAVE, "room", "12");

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(attributes()).isEqualTo(Map.of("room", "12"));
	}

	@Test
	void anAttributeThatOthersHaveFilledMeanwhileStaysAndIsNamed() {
		ApplyRun run = apply();
		this.bench.authentik().people().userHasAttribute(DAVE, NameBridge.ATTRIBUTE, "david");

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		assertThat(run.steps()).filteredOn((step) -> step.state() == StepState.LEFT_BEHIND)
			.extracting(StepProgress::subject)
			.containsExactly(DAVE);
		assertThat(attributes()).isEqualTo(Map.of(NameBridge.ATTRIBUTE, "david"));
	}

	@Test
	void aMappingThatOthersUseByNowStaysAndIsNamed() {
		ApplyRun run = apply();
		this.bench.authentik().connectionComes("wiki", "wiki", "S3cret", "https://wiki.example");
		this.bench.authentik().somebodyChangesTheProvider("wiki", "property_mappings", List.of(mapping().get("pk")));

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		assertThat(run.steps()).filteredOn((step) -> step.state() == StepState.LEFT_BEHIND)
			.extracting(StepProgress::subject)
			.containsExactly(MAPPING);
		assertThat(mapping()).isNotEmpty();
	}

	@Test
	void aMappingOfThatNameThatIsNoneOfOursBlocksThePlan() {
		this.bench.scopeMappingComes(MAPPING, "profile", "return {}");
		assertThat(this.bench.plan(bridged()).blockers()).extracting(Problem::code)
			.containsExactly("plan.scope-mapping-taken");
	}

	@Test
	void aShippedMappingThatSomebodyHasEditedCannotBeBridged() {
		this.bench.authentik()
			.somebodyChangesTheScopeMapping("authentik default OAuth Mapping: OpenID 'profile'", "expression",
					"return {\"preferred_username\": request.user.email}");
		assertThat(this.bench.plan(bridged()).blockers()).extracting(Problem::code)
			.containsExactly("plan.no-mapping-to-bridge");
	}

	@Test
	void aMappingOfSomebodysOwnThatSendsTheNameIsNotReplaced() {
		apply(this.bench.plan());
		this.bench.scopeMappingComes("Our names", "profile", "return {\"preferred_username\": request.user.email}");
		this.bench.authentik()
			.somebodyChangesTheProvider("synology", "property_mappings",
					List.of(row("scopemapping", "Our names").get("pk")));
		assertThat(this.bench.plan(bridged()).blockers()).extracting(Problem::code)
			.containsExactly("plan.own-mapping-sends-name");
	}

	@Test
	void whoeverElseUsesTheProviderIsNamedBeforeItSendsOtherNames() {
		apply(this.bench.plan());
		this.bench.authentik()
			.somebodyChangesTheProvider("synology", "redirect_uris",
					List.of(redirect("https://nas.example:5001"), redirect("https://other-nas.example:5001")));
		assertThat(this.bench.plan(bridged()).risks())
			.filteredOn((risk) -> risk.code().equals("plan.bridges-names-of-others"))
			.singleElement()
			.satisfies((risk) -> assertThat(risk.arguments()).contains("https://other-nas.example:5001"));
	}

	private static Map<String, String> redirect(String url) {
		return Map.of("matching_mode", "strict", "url", url, "redirect_uri_type", "authorization");
	}

	private void hasAttributes() {
		AuthentikPeople people = this.bench.authentik().people();
		people.userHasAttribute(DAVE, "quota", 5);
		people.userHasAttribute(DAVE, "nested", Map.of("list", List.of("a", 1.5, true)));
	}

	private Map<?, ?> attributes() {
		return this.bench.authentik()
			.inventory()
			.get("user")
			.stream()
			.filter((user) -> user.get("pk").equals(dave()))
			.map((user) -> (Map<?, ?>) user.get("attributes"))
			.findFirst()
			.orElseThrow();
	}

	private Map<String, @Nullable Object> mapping() {
		return row("scopemapping", MAPPING);
	}

	private Map<String, @Nullable Object> provider() {
		return row("oauth2provider", "synology");
	}

	private Map<String, @Nullable Object> row(String kind, String name) {
		return this.bench.authentik()
			.inventory()
			.get(kind)
			.stream()
			.filter((row) -> name.equals(row.get("name")))
			.findFirst()
			.orElseThrow();
	}

	private DesiredState bridged() {
		return this.bench.suggested().withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of(dave(), "dave")));
	}

	private int dave() {
		return this.bench.authentikClient()
			.directory()
			.users()
			.stream()
			.filter((user) -> user.username().equals(DAVE))
			.map(AuthentikUser::pk)
			.findFirst()
			.orElseThrow();
	}

	private static List<String> callsTold(ApplyRun run) {
		return run.plan()
			.writes()
			.stream()
			.map(Change::describe)
			.filter((change) -> change.system() == TargetSystem.AUTHENTIK)
			.map(ChangeDescription::call)
			.toList();
	}

	private List<String> callsSent() {
		return this.bench.authentikSimulator()
			.arrived()
			.stream()
			.map((request) -> request.method() + " " + request.path())
			.toList();
	}

	private ApplyRun apply() {
		return apply(this.bench.plan(bridged()));
	}

	private ApplyRun apply(Plan plan) {
		return this.bench.start(plan);
	}

	private void undo(ApplyRun run) {
		this.bench.bean(Applier.class).undo(run, this.bench.connection());
	}

	private @Nullable String admitted(String username) {
		return SignInOracle
			.of(this.bench.nas(), "https://nas.example:5001", this.bench.authentik(), "https://auth.example")
			.admits(username);
	}

}
