package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Applies plans, one at a time: it is done, or it is as before, or what was left behind
 * is named. A run goes on when nobody looks, and its journal outlives this process.
 */
@Component
public class Applier {

	private final Steps steps;

	private final Recollection recollection;

	private final RunReferences references;

	private final Journal journal;

	private final Clock clock;

	private final Pause pause;

	private final Executor executor;

	private final AtomicBoolean busy = new AtomicBoolean();

	private volatile @Nullable ApplyRun latest;

	Applier(Steps steps, Recollection recollection, RunReferences references, Journal journal, Clock clock, Pause pause,
			@Qualifier("applicationTaskExecutor") Executor executor) {
		this.steps = steps;
		this.recollection = recollection;
		this.references = references;
		this.journal = journal;
		this.clock = clock;
		this.pause = pause;
		this.executor = executor;
	}

	/** The run that this process saw last, whoever began it. */
	public Optional<ApplyRun> latest() {
		return Optional.ofNullable(this.latest);
	}

	/**
	 * The run that an earlier process left, until it is resumed or forgotten.
	 * @throws ProblemException where its journal cannot be read
	 */
	public Optional<UnfinishedRun> unfinished() {
		return (this.latest != null) ? Optional.empty() : this.journal.unfinished();
	}

	/**
	 * Begins to apply a plan and returns at once.
	 * @throws ProblemException where the plan cannot be applied, another run is under way
	 * or waits to be decided on, or the journal cannot be written
	 */
	public ApplyRun start(Plan plan, DsmSession dsm, AuthentikClient authentik) {
		if (!plan.canBeApplied()) {
			throw new ProblemException(Problem.of("apply.blocked"));
		}
		requireNothingUnfinished();
		RunRecord record = new RunRecord(this.references.next(), this.clock.instant(), dsm.server().peer(),
				authentik.peer(), plan);
		ApplyRun run = run(record, Workbench.of(plan, dsm, authentik));
		claim(run::openJournal);
		this.latest = run;
		execute(run::apply);
		return run;
	}

	private void requireNothingUnfinished() {
		if (unfinished().filter(UnfinishedRun::isInterrupted).isPresent()) {
			throw new ProblemException(Problem.of("apply.unfinished-run"));
		}
	}

	private ApplyRun run(RunRecord record, Workbench workbench) {
		CarefulWrite carefully = new CarefulWrite(this.pause, this.clock);
		return new ApplyRun(record, workbench, carefully, this.steps.of(workbench, carefully), this.journal,
				this.clock);
	}

	/**
	 * Takes up a run that an earlier process left; then it can be undone or finished.
	 * @param key the application key that DSM held before, where the administrator has
	 * it; the journal keeps no secret
	 * @throws ProblemException where these are not the systems of that run
	 */
	public ApplyRun resume(UnfinishedRun unfinished, DsmSession dsm, AuthentikClient authentik, Secret key) {
		RunRecord record = unfinished.record();
		if (!record.nas().address().equals(dsm.server().peer().address())
				|| !record.authentik().address().equals(authentik.peer().address())) {
			throw new ProblemException(Problem.of("apply.other-systems", record.nas().address().toString(),
					record.authentik().address().toString()));
		}
		Plan plan = this.recollection.of(unfinished, dsm, authentik, key);
		ApplyRun run = run(record, Workbench.resumed(plan, unfinished.objects(), dsm, authentik));
		run.wasInterrupted(unfinished);
		this.latest = run;
		return run;
	}

	/**
	 * Begins to undo a run and returns at once. A journal that cannot be written is no
	 * reason to leave things as they are.
	 * @throws ProblemException where another run is under way
	 */
	public void undo(ApplyRun run, DsmSession dsm, AuthentikClient authentik) {
		claim(run::openJournalIfPossible);
		this.latest = run;
		run.reopen(Outcome.UNDOING, dsm, authentik);
		execute(run::undo);
	}

	/**
	 * Begins to do what an interrupted run has left undone, and returns at once.
	 * @throws ProblemException where another run is under way, or the journal cannot be
	 * written
	 */
	public void finish(ApplyRun run, DsmSession dsm, AuthentikClient authentik) {
		claim(run::openJournal);
		this.latest = run;
		run.reopen(Outcome.RUNNING, dsm, authentik);
		execute(run::finish);
	}

	/** Forgets every run: what this process knows of it, and its journal. */
	public void forget() {
		claim(this.journal::forget);
		this.latest = null;
		this.busy.set(false);
	}

	/** Makes this the one thing that is under way, or does nothing at all. */
	private void claim(Runnable opening) {
		if (!this.busy.compareAndSet(false, true)) {
			throw new ProblemException(Problem.of("apply.already-running"));
		}
		try {
			opening.run();
		}
		catch (ProblemException ex) {
			this.busy.set(false);
			throw ex;
		}
	}

	private void execute(Runnable work) {
		this.executor.execute(() -> {
			try {
				work.run();
			}
			finally {
				this.busy.set(false);
			}
		});
	}

}
