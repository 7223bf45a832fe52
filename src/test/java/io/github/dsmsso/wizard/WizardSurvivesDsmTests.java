package io.github.dsmsso.wizard;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.browser.Visitor.Welcome;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever turns out about the things that are only assumed of DSM: a run goes through,
 * its result checks out, a person is let in, a second one changes nothing, and undo
 * brings everything back, or names what a DSM of that kind does not take back.
 */
class WizardSurvivesDsmTests {

	/** What a NAS that was never connected does not take back. */
	private static final Map<DsmAssumption, String> KEPT_WHERE_NOTHING_WAS = Map.of(
			DsmAssumption.BLANK_FIELDS_ARE_TAKEN, "oidc-sso.update", DsmAssumption.BLANK_PROFILE_IS_ACCEPTED,
			"sso-profile.update");

	/** The old secret cannot be given back where it could not be read. */
	private static final Map<DsmAssumption, String> LEFT_WHERE_ANOTHER_WAS = Map.of(DsmAssumption.SECRET_IS_READABLE,
			"oidc-sso.update");

	/** Where a step keeps what it changes, in {@link Bench#everything()}. */
	private static final Map<String, Set<String>> KEPT_IN = Map.of("oidc-sso.update", Set.of("oidc"),
			"sso-profile.update", Set.of("profile", "enabled"));

	static Stream<DsmAssumption> readings() {
		return Arrays.stream(DsmAssumption.values()).filter((assumption) -> assumption.otherwise() != null);
	}

	@Test
	void asAssumed() {
		assertThatTheWholeWayWorks(WizardSurvivesDsmTests::nas, null);
		assertThatTheWholeWayWorks(WizardSurvivesDsmTests::connectedElsewhere, null);
	}

	@ParameterizedTest(name = "not {0}")
	@MethodSource("readings")
	void otherwise(DsmAssumption assumption) {
		String kept = KEPT_WHERE_NOTHING_WAS.get(assumption);
		assertThatTheWholeWayWorks((clock) -> nas(clock).assume(assumption, false), null, kept);
	}

	/** There only what DSM does with the settings of its page makes a difference. */
	@ParameterizedTest(name = "not {0}")
	@EnumSource(names = { "SECRET_IS_READABLE", "ADDRESSES_ARE_NOT_CHECKED", "BLANK_FIELDS_ARE_TAKEN",
			"UNKNOWN_FIELDS_ARE_IGNORED", "BLANK_PROFILE_IS_ACCEPTED", "DEFAULT_WITHOUT_SWITCH_IS_TAKEN",
			"ENTRA_IS_NOT_LISTED" })
	void otherwiseWhereAnotherProviderWasConnected(DsmAssumption assumption) {
		assertThatTheWholeWayWorks((clock) -> connectedElsewhere(clock).assume(assumption, false),
				LEFT_WHERE_ANOTHER_WAS.get(assumption));
	}

	/** There the field for local accounts is one that DSM does not know. */
	@Test
	void onSevenOneUnknownFieldsAreNotSentEither() {
		assertThatTheWholeWayWorks(
				(clock) -> joined(DsmVersion.DSM_7_1_1, clock).assume(DsmAssumption.UNKNOWN_FIELDS_ARE_IGNORED, false),
				null);
	}

	@Test
	void whereSecretsAreRefusedOverPlainHttpEverythingIsTakenBack() {
		try (Bench bench = Bench.of(WizardSurvivesDsmTests::nas)) {
			Map<String, Object> before = bench.everything();
			Disturbance refused = (dsm, request, later) -> LabResponse.of(200, "application/json",
					"{\"error\":{\"code\":403},\"success\":false}");
			bench.nasSuffers(refused.always((request) -> request.parameters().containsKey("oidc_client_secret")));
			ApplyRun run = bench.start(bench.plan());
			assertThat(run.problem()).isNotNull();
			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(bench.everything()).isEqualTo(before);
		}
	}

	private static DsmWorld nas(Clock clock) {
		return joined(DsmVersion.DSM_7_4, clock);
	}

	/** Has joined a domain. */
	private static DsmWorld joined(DsmVersion version, Clock clock) {
		DsmWorld nas = DemoNas.world(version, clock);
		nas.directory().joinedDomain("corp.example");
		nas.domainAccount("anna");
		return nas;
	}

	private static DsmWorld connectedElsewhere(Clock clock) {
		DsmWorld nas = nas(clock);
		nas.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old-id", "oidc_client_secret", "old-secret", "oidc_redirect_uri", "https://old.example"))
			.profile("azure", true);
		return nas;
	}

	private static void assertThatTheWholeWayWorks(Function<Clock, DsmWorld> nas, @Nullable String left) {
		assertThatTheWholeWayWorks(nas, left, left);
	}

	/**
	 * Plans, applies, verifies, runs again and undoes.
	 * @param left the step whose object stays behind, or null if none does
	 * @param kept the step of which something harmless stays, or null if none does
	 */
	private static void assertThatTheWholeWayWorks(Function<Clock, DsmWorld> nas, @Nullable String left,
			@Nullable String kept) {
		try (Bench bench = Bench.of(nas)) {
			Map<String, Object> before = bench.everything();
			ApplyRun run = applied(bench);
			bench.bean(Applier.class).undo(run, bench.connection());
			assertThat(leftBehind(run)).isEqualTo((left != null) ? List.of(left) : List.of());
			assertThat(run.outcome()).isEqualTo((left != null) ? RunOutcome.LEFT_BEHIND : RunOutcome.UNDONE);
			assertThat(run.exceptions().isEmpty()).as("it says what stays").isEqualTo(kept == null || left != null);
			assertThat(without(kept, bench.everything())).isEqualTo(without(kept, before));
		}
	}

	private static Map<String, Object> without(@Nullable String step, Map<String, Object> everything) {
		Map<String, Object> rest = new TreeMap<>(everything);
		rest.keySet().removeAll((step != null) ? KEPT_IN.get(step) : Set.of());
		return rest;
	}

	private static ApplyRun applied(Bench bench) {
		ApplyRun run = bench.start(bench.plan());
		assertThat(run.problem()).isNull();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(bench.plan().changesNothing()).as("a second run changes nothing").isTrue();
		assertThat(failures(bench)).isEmpty();
		assertThat(bench.visitor().signIn("anna", DemoAuthentik.PASSWORD)).isEqualTo(new Welcome("anna", ""));
		assertThat(bench.dsmSession().accounts().accounts()).extracting((account) -> account.name()).contains("anna");
		return run;
	}

	private static List<String> failures(Bench bench) {
		VerificationSubject subject = new VerificationSubject(bench.connection(), "synology",
				BaseUrl.parse("https://nas.example:5001"));
		return bench.bean(Verifier.class)
			.verify(subject)
			.with(Verdict.FAIL)
			.stream()
			.map(CheckResult::findingCode)
			.toList();
	}

	private static List<String> leftBehind(ApplyRun run) {
		return run.steps()
			.stream()
			.filter((step) -> step.state() == StepState.LEFT_BEHIND && step.problem() != null)
			.map(StepProgress::code)
			.toList();
	}

}
