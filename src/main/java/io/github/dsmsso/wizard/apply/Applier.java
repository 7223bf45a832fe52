package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Applies plans: each is done, or all is as before, or what was left behind is named. A
 * run goes on when nobody looks, and its journal outlives this process.
 */
@Component
public class Applier {

	private static final Log logger = LogFactory.getLog(Applier.class);

	private static final Duration A_MOMENT = Duration.ofMillis(100);

	private final Steps steps;

	private final SecretRecovery secretRecovery;

	private final RunReferences references;

	private final Journal journal;

	private final Clock clock;

	private final SteadyTime time;

	private final Pause pause;

	private final Executor executor;

	private final RunsUnderWay underWay;

	/** Those of this process, which still know their secrets. */
	private final Map<String, ApplyRun> own = new ConcurrentHashMap<>();

	/** Those that wait for somebody to confirm them. */
	private final Set<DefaultLoginTrial> trials = ConcurrentHashMap.newKeySet();

	private volatile boolean ending;

	Applier(Steps steps, SecretRecovery secretRecovery, RunReferences references, Journal journal, Clock clock,
			SteadyTime time, Pause pause, @Qualifier("applicationTaskExecutor") Executor executor) {
		this.steps = steps;
		this.secretRecovery = secretRecovery;
		this.references = references;
		this.journal = journal;
		this.clock = clock;
		this.time = time;
		this.pause = pause;
		this.executor = executor;
		this.underWay = new RunsUnderWay(pause);
	}

	/** The runs that are under way, whoever began them, the oldest first. */
	public List<ApplyRun> underWay() {
		return this.underWay.list();
	}

	/** A run that is under way. */
	public Optional<ApplyRun> underWay(String reference) {
		return underWay().stream().filter((run) -> run.reference().equals(reference)).findFirst();
	}

	/**
	 * The runs that can be undone or finished, whether this process began them or an
	 * earlier one, the newest first; each until it is undone or forgotten.
	 */
	public List<UnfinishedRun> unfinished() {
		Map<String, UnfinishedRun> runs = new LinkedHashMap<>();
		this.journal.unfinished().forEach((left) -> runs.put(left.record().reference(), left));
		this.own.forEach((reference, run) -> {
			runs.remove(reference);
			if (run.outcome().isUndoable()) {
				runs.put(reference, run.unfinished());
			}
		});
		return runs.values()
			.stream()
			.sorted(Comparator.comparing((UnfinishedRun left) -> left.record().startedAt()).reversed())
			.toList();
	}

	/** A run that can be undone or finished. */
	public Optional<UnfinishedRun> unfinished(String reference) {
		return unfinished().stream().filter((left) -> left.record().reference().equals(reference)).findFirst();
	}

	/**
	 * Makes sure that the journal tells all there is to tell.
	 * @throws ProblemException where another wizard is at work on it, or an entry cannot
	 * be read
	 */
	public void requireReadableJournal() {
		this.journal.requireFree();
		requireNothingUnreadable();
	}

	/** Where the journal is, as a person has to know it. */
	public String journalPlace() {
		return this.journal.place();
	}

	/** Entries of the journal that cannot be read. */
	public List<String> unreadable() {
		return this.journal.unreadable();
	}

	/**
	 * Puts an entry of the journal away that cannot be read.
	 * @throws ProblemException where that cannot be done
	 */
	public void setAside(String name) {
		this.journal.setAside(name);
	}

	/**
	 * The run that has to be undone before this one: a later one between the same two has
	 * built on it. SSO by default goes with the undo of any.
	 */
	public Optional<UnfinishedRun> inFrontOf(UnfinishedRun left) {
		return inFrontOf(left.record());
	}

	private Optional<UnfinishedRun> inFrontOf(RunRecord record) {
		return unfinished().stream()
			.filter((other) -> other.isNewerThan(record) && !other.isOfDefaultLogin())
			.findFirst();
	}

	private void requireNothingInFrontOf(RunRecord record) {
		inFrontOf(record).ifPresent((newer) -> {
			throw new ProblemException(Problem.of("apply.newer-run", record.reference(), newer.record().reference()));
		});
	}

	/**
	 * Begins to apply a plan and returns at once.
	 * @param acknowledged the codes of the risks that somebody has read and accepted
	 * @throws ProblemException where the plan has a blocker, or a risk that nobody
	 * acknowledged, another run writes to the same or waits to be decided on, or the
	 * journal cannot be written
	 */
	public ApplyRun start(Plan plan, Collection<String> acknowledged, Connection connection) {
		ApplyRun run = prepare(plan, acknowledged, connection);
		execute(run, run::apply);
		return run;
	}

	private ApplyRun prepare(Plan plan, Collection<String> acknowledged, Connection connection) {
		plan.requireNoBlocker();
		plan.requireAcknowledged(acknowledged);
		RunRecord record = new RunRecord(this.references.next(), this.clock.instant(), connection.dsm().server().peer(),
				connection.authentik().peer(), plan);
		ApplyRun run = run(record, RunContext.of(plan, connection));
		begin(run, () -> {
			requireNothingInterrupted(record);
			run.openJournal();
		});
		return run;
	}

	private void begin(ApplyRun run, Runnable opening) {
		this.underWay.claim(run, () -> {
			requireThatTheWizardGoesOn();
			opening.run();
		});
		this.own.values().removeIf((former) -> former.outcome() == RunOutcome.UNDONE);
		this.own.put(run.reference(), run);
	}

	/** A click may still be on its way while the wizard ends. */
	private void requireThatTheWizardGoesOn() {
		if (this.ending) {
			throw new ProblemException(Problem.of("apply.wizard-ends"));
		}
	}

	/** An entry that cannot be read may tell of one. */
	private void requireNothingInterrupted(RunRecord record) {
		requireNothingUnreadable();
		if (unfinished().stream().anyMatch((left) -> left.isInterrupted() && left.record().isBetweenTheSame(record))) {
			throw new ProblemException(Problem.of("apply.unfinished-run"));
		}
	}

	private void requireNothingUnreadable() {
		unreadable().stream().findFirst().ifPresent((name) -> {
			throw new ProblemException(Problem.of("apply.journal-unreadable", name));
		});
	}

	private ApplyRun run(RunRecord record, RunContext context) {
		CarefulWrite carefully = new CarefulWrite(context.outdating(this.pause), this.time);
		return new ApplyRun(record, context, carefully, this.steps.of(context, carefully), this.journal, this.clock);
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
		ApplyRun known = this.own.get(record.reference());
		if (known != null && key.isEmpty()) {
			return known;
		}
		Plan plan = this.secretRecovery.of(unfinished, connection, key);
		ApplyRun run = run(record, RunContext.resumed(plan, unfinished.objects(), connection));
		run.takeUp(unfinished);
		return run;
	}

	/** Another window may have decided meanwhile. */
	private void requireStillOpen(RunRecord record) {
		if (unfinished(record.reference()).isEmpty()) {
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
	 * @throws ProblemException where another run writes to the same, or these are not the
	 * systems of this one
	 */
	public void undo(ApplyRun run, Connection connection) {
		requireSystems(run.record(), connection);
		begin(run, () -> {
			requireNothingInFrontOf(run.record());
			run.openJournalIfPossible();
		});
		run.reopen(RunOutcome.UNDOING, connection);
		execute(run, () -> {
			run.undo();
			forgetDefaultLoginAfter(run);
		});
	}

	/** Its undo has switched that off as well. */
	private void forgetDefaultLoginAfter(ApplyRun run) {
		if (run.outcome() == RunOutcome.UNDONE && run.record().switchesTheService()) {
			unfinished().stream()
				.filter((other) -> other.isOfDefaultLogin() && other.isNewerThan(run.record()))
				.forEach((other) -> forgetIfPossible(other.record().reference()));
		}
	}

	/**
	 * Begins to do what an interrupted run has left undone, and returns at once.
	 * @throws ProblemException where another run writes to the same, or the journal
	 * cannot be written
	 */
	public void finish(ApplyRun run, Connection connection) {
		requireSystems(run.record(), connection);
		if (run.record().isOfDefaultLogin()) {
			throw new ProblemException(Problem.of("apply.trial-is-over"));
		}
		begin(run, () -> {
			requireNothingInFrontOf(run.record());
			run.openJournal();
		});
		run.reopen(RunOutcome.RUNNING, connection);
		execute(run, run::finish);
	}

	/**
	 * Begins to try SSO as the default way in, and returns at once. Where it is kept and
	 * the undo of an earlier run switches it off too, that one alone is remembered.
	 * @param plan a plan of that setting alone
	 * @param acknowledged the codes of the risks that somebody has read and accepted
	 * @throws ProblemException as {@link #start} does
	 */
	public DefaultLoginTrial tryDefaultLogin(Plan plan, Collection<String> acknowledged, Connection connection) {
		ApplyRun run = prepare(plan, acknowledged, connection);
		DefaultLoginTrial begun = new DefaultLoginTrial(run, this.pause);
		this.trials.add(begun);
		execute(run, () -> {
			perform(begun);
			if (run.outcome() == RunOutcome.APPLIED && goesWithAnother(run.record())) {
				forgetIfPossible(run.reference());
			}
		});
		return begun;
	}

	private void perform(DefaultLoginTrial begun) {
		try {
			begun.perform();
		}
		finally {
			this.trials.remove(begun);
		}
	}

	/** An entry too many does no harm: its undo finds that there is nothing to do. */
	private void forgetIfPossible(String reference) {
		try {
			forget(reference);
		}
		catch (ProblemException ex) {
			logger.warn("Run " + reference + " stays in the journal: " + ex.getMessage());
		}
	}

	private boolean goesWithAnother(RunRecord record) {
		return unfinished().stream()
			.filter((other) -> other.record().isBetweenTheSame(record) && !other.isOfDefaultLogin())
			.anyMatch((other) -> other.record().switchesTheService());
	}

	/**
	 * Sees what is under way to its end, because the wizard is about to end: SSO by
	 * default on trial is taken back at once, and nothing else is begun.
	 */
	void windDown(Duration longest) {
		this.ending = true;
		endTheTrials();
		for (Duration left = longest; !this.underWay.isEmpty()
				&& left.compareTo(Duration.ZERO) > 0; left = left.minus(A_MOMENT)) {
			this.pause.of(A_MOMENT);
			endTheTrials();
		}
	}

	private void endTheTrials() {
		this.trials.forEach(DefaultLoginTrial::endWithTheWizard);
	}

	/**
	 * Forgets every run; both systems stay as they are.
	 * @throws ProblemException where one is under way
	 */
	public void forget() {
		if (!this.underWay.isEmpty()) {
			throw new ProblemException(Problem.of("apply.already-running"));
		}
		this.journal.forgetAll();
		this.own.clear();
	}

	/**
	 * Forgets a run; both systems stay as they are.
	 * @throws ProblemException where it is under way, or another wizard is at work
	 */
	public void forget(String reference) {
		if (underWay(reference).isPresent()) {
			throw new ProblemException(Problem.of("apply.already-running"));
		}
		this.journal.forget(reference);
		this.own.remove(reference);
	}

	private void execute(ApplyRun run, Runnable work) {
		try {
			this.executor.execute(() -> toItsEnd(run, work));
		}
		catch (RuntimeException ex) {
			toItsEnd(run, () -> {
				throw ex;
			});
		}
	}

	/** Whatever happens on the way, the run comes to an end that has a name. */
	private void toItsEnd(ApplyRun run, Runnable work) {
		try {
			work.run();
		}
		catch (Throwable ex) {
			run.breakOff(ex);
		}
		finally {
			this.underWay.release(run);
		}
	}

}
