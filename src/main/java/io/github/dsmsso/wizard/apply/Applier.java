package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.connection.Connection;
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

	private static final Duration A_MOMENT = Duration.ofMillis(100);

	private static final int MOMENTS = 20;

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

	/** The run that is under way, whoever began it. */
	public Optional<ApplyRun> underWay() {
		return Optional.ofNullable(this.latest).filter((run) -> run.outcome().isUnderWay());
	}

	/**
	 * The run that can be undone or finished, whether this process began it or an earlier
	 * one; until it is undone or forgotten.
	 * @throws ProblemException where its journal cannot be read
	 */
	public Optional<UnfinishedRun> unfinished() {
		ApplyRun run = this.latest;
		return (run != null) ? Optional.of(run).filter((last) -> last.outcome().isUndoable()).map(ApplyRun::unfinished)
				: this.journal.unfinished();
	}

	/**
	 * Begins to apply a plan and returns at once.
	 * @throws ProblemException where the plan cannot be applied, another run is under way
	 * or waits to be decided on, or the journal cannot be written
	 */
	public ApplyRun start(Plan plan, Connection connection) {
		ApplyRun run = prepare(plan, connection);
		execute(run::apply);
		return run;
	}

	private ApplyRun prepare(Plan plan, Connection connection) {
		if (!plan.canBeApplied()) {
			throw new ProblemException(Problem.of("apply.blocked"));
		}
		requireNothingUnfinished();
		RunRecord record = new RunRecord(this.references.next(), this.clock.instant(), connection.dsm().server().peer(),
				connection.authentik().peer(), plan);
		ApplyRun run = run(record, Workbench.of(plan, connection));
		claim(run::openJournal);
		this.latest = run;
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
	 * Takes up a run that can be undone or finished. One that this process began still
	 * knows its secrets; one of an earlier process has to look for them, and so has one
	 * for which a key is brought later.
	 * @param key the application key that DSM held before, where the administrator has
	 * it; the journal keeps no secret
	 * @throws ProblemException where these are not the systems of that run
	 */
	public ApplyRun resume(UnfinishedRun unfinished, Connection connection, Secret key) {
		RunRecord record = unfinished.record();
		requireStillOpen(record);
		requireSystems(record, connection);
		ApplyRun own = this.latest;
		if (own != null && own.reference().equals(record.reference()) && key.isEmpty()) {
			return own;
		}
		Plan plan = this.recollection.of(unfinished, connection, key);
		ApplyRun run = run(record, Workbench.resumed(plan, unfinished.objects(), connection));
		run.takeUp(unfinished);
		this.latest = run;
		return run;
	}

	/** Another window may have decided meanwhile. */
	private void requireStillOpen(RunRecord record) {
		if (unfinished().filter((left) -> left.record().reference().equals(record.reference())).isEmpty()) {
			throw new ProblemException(Problem.of("apply.nothing-to-undo"));
		}
	}

	/**
	 * Makes sure that a run was between these two.
	 * @throws ProblemException where it was not
	 */
	public void requireSystems(UnfinishedRun unfinished, Connection connection) {
		requireSystems(unfinished.record(), connection);
	}

	private static void requireSystems(RunRecord record, Connection connection) {
		boolean same = record.nas().address().equals(connection.dsmAddress())
				&& record.authentik().address().equals(connection.authentikAddress());
		if (!same) {
			throw new ProblemException(Problem.of("apply.other-systems", record.nas().address().toString(),
					record.authentik().address().toString()));
		}
	}

	/**
	 * Begins to undo a run and returns at once. A journal that cannot be written is no
	 * reason to leave things as they are.
	 * @throws ProblemException where another run is under way, or these are not the
	 * systems of this one
	 */
	public void undo(ApplyRun run, Connection connection) {
		requireSystems(run.record(), connection);
		claim(run::openJournalIfPossible);
		this.latest = run;
		run.reopen(Outcome.UNDOING, connection);
		execute(run::undo);
	}

	/**
	 * Begins to do what an interrupted run has left undone, and returns at once.
	 * @throws ProblemException where another run is under way, or the journal cannot be
	 * written
	 */
	public void finish(ApplyRun run, Connection connection) {
		requireSystems(run.record(), connection);
		claim(run::openJournal);
		this.latest = run;
		run.reopen(Outcome.RUNNING, connection);
		execute(run::finish);
	}

	/**
	 * Begins to try SSO as the default way in, and returns at once. Afterwards the run
	 * before it is again the one that is remembered, for its undo switches this off too.
	 * @param plan a plan of that setting alone
	 * @throws ProblemException as {@link #start} does
	 */
	public DefaultLoginTrial tryDefaultLogin(Plan plan, Connection connection) {
		ApplyRun former = this.latest;
		ApplyRun run = prepare(plan, connection);
		DefaultLoginTrial trial = new DefaultLoginTrial(run, this.pause);
		execute(() -> {
			trial.perform();
			remember(former);
		});
		return trial;
	}

	private void remember(@Nullable ApplyRun former) {
		if (former != null) {
			this.latest = former;
			former.rewriteJournal();
		}
	}

	/**
	 * Forgets whatever could be undone or finished; both systems stay as they are.
	 * @throws ProblemException where a run is under way
	 */
	public void forget() {
		claim(this.journal::forget);
		this.latest = null;
		this.busy.set(false);
	}

	/** Forgets a run, unless another one has come after it. */
	public void forget(ApplyRun run) {
		if (this.latest == run) {
			forget();
		}
	}

	/** Makes this the one thing that is under way, or does nothing at all. */
	private void claim(Runnable opening) {
		if (!takesTheTurn()) {
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

	/** A run whose end is told already may still be putting its journal away. */
	private boolean takesTheTurn() {
		boolean free = this.busy.compareAndSet(false, true);
		for (int moment = 0; !free && moment < MOMENTS && underWay().isEmpty(); moment++) {
			this.pause.of(A_MOMENT);
			free = this.busy.compareAndSet(false, true);
		}
		return free;
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
