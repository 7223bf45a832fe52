package io.github.dsmsso.wizard.apply;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.github.dsmsso.wizard.apply.KillStation.Remains;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.shared.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One way on from what a killed wizard left.
 *
 * @param fate what becomes of the write that was on its way
 * @param way what the administrator chooses
 */
record Recovery(Fate fate, Way way) {

	/** A step may write a second time long after its line in the journal. */
	private static final Duration SIGN_TO_DEATH = Duration.ofSeconds(100);

	private static final Runnable NOTHING = () -> {
	};

	/** What becomes of a write whose sender is dead. */
	enum Fate {

		/** It is lost, or there was none. */
		LOST,
		/** It was done. */
		DONE,
		/** It arrives when another wizard is at work already. */
		LATE

	}

	/** What the administrator chooses. */
	enum Way {

		UNDO, UNDO_WITH_THE_FORMER_KEY, FINISH

	}

	/** How both systems are in the end. */
	enum Ending {

		BEFORE, AFTER, REPORTED

	}

	/** Recovers and proves that both systems are as they have to be. */
	Ending prove(RestartBench bench, Map<String, Object> before, Remains remains, Path journal) {
		bench.bringBack(remains.everything());
		if (this.fate == Fate.DONE) {
			remains.pending().run();
		}
		boolean keyGone = !key(bench).equals(key(before));
		ApplyRun run = recover(bench, remains, journal);
		if (this.way == Way.FINISH) {
			assertThat(run.outcome()).as("%s: %s", run.problem(), run.steps()).isEqualTo(RunOutcome.APPLIED);
			assertThat(Scene.isReached(bench.wizard())).isTrue();
			return Ending.AFTER;
		}
		if (run.outcome() == RunOutcome.LEFT_BEHIND) {
			assertThat(keyGone && !key(before).isEmpty() && this.way == Way.UNDO).as("%s", run.steps()).isTrue();
			assertReported(run, bench, before);
			return Ending.REPORTED;
		}
		assertThat(run.outcome()).as("%s", run.steps()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(before);
		assertThat(JournalFiles.in(journal)).isEmpty();
		return Ending.BEFORE;
	}

	/** Time stands still, so that only a wizard that waits for it gets a late write. */
	private ApplyRun recover(RestartBench bench, Remains remains, Path journal) {
		AtomicReference<Runnable> late = new AtomicReference<>((this.fate == Fate.LATE) ? remains.pending() : NOTHING);
		Instant lastSign = AnotherWizard.journal(journal).unfinished().get(0).lastSign();
		Clock clock = Clock.fixed(lastSign.plus(SIGN_TO_DEATH), ZoneOffset.UTC);
		AnotherWizard wizard = AnotherWizard.in(bench.wizard(), journal, clock,
				(duration) -> late.getAndSet(NOTHING).run());
		UnfinishedRun unfinished = wizard.unfinished().orElseThrow();
		ApplyRun run = goOn(wizard, unfinished);
		assertThat(late.get()).as("the wizard waited for the late write").isSameAs(NOTHING);
		return run;
	}

	private ApplyRun goOn(AnotherWizard wizard, UnfinishedRun unfinished) {
		return switch (this.way) {
			case UNDO -> wizard.undoes(unfinished, Secret.none());
			case UNDO_WITH_THE_FORMER_KEY -> wizard.undoes(unfinished, Secret.of(Scene.FORMER_KEY));
			case FINISH -> wizard.finishes(unfinished, Secret.none());
		};
	}

	/**
	 * All is back but the key, and but a sign-in page that starts with the service whose
	 * key is missing.
	 */
	private static void assertReported(ApplyRun run, RestartBench bench, Map<String, Object> before) {
		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		Map<String, String> reported = new LinkedHashMap<>();
		for (StepProgress step : run.steps()) {
			if (step.state() == StepState.LEFT_BEHIND) {
				reported.put(step.code(), String.valueOf(step.problem()));
			}
		}
		assertThat(reported).as("reported").containsOnlyKeys("sso-setting.update", "oidc-sso.update");
		assertThat(reported.get("oidc-sso.update")).contains("apply.secret-not-known");
		bench.nas().sso().configure(Map.of("oidc_client_secret", Scene.FORMER_KEY)).defaultLogin(true);
		assertThat(bench.everything()).isEqualTo(before);
	}

	private static String key(RestartBench bench) {
		return bench.nas().sso().text("oidc_client_secret");
	}

	@SuppressWarnings("unchecked")
	private static String key(Map<String, Object> everything) {
		return String.valueOf(((Map<String, Object>) everything.get("oidc")).get("oidc_client_secret"));
	}

}
