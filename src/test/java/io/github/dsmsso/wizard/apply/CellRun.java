package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.apply.Inventory.Owner;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.plan.ThreeWay;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** A walk through the wizard in which one thing goes wrong, until nothing moves. */
final class CellRun {

	/** By then every write that was on its way has arrived. */
	private static final Duration LONG_AFTER = Duration.ofMinutes(3);

	private final Cell cell;

	private final Bench bench;

	private final DesiredState desired;

	private final Inventory before;

	private final Set<String> edited = new TreeSet<>();

	private final Set<Owner> foreign = new TreeSet<>();

	private final Watch watch;

	private @Nullable Plan plan;

	private @Nullable ApplyRun run;

	private @Nullable Problem refusal;

	private Instant begun;

	private Instant ended;

	private Terminal terminal = Terminal.REFUSED;

	private CellRun(Cell cell, Bench bench) {
		this.cell = cell;
		this.bench = bench.startOver();
		cell.before().prepare(bench);
		this.desired = cell.before().desired(bench);
		this.before = Inventory.of(bench);
		this.watch = Watch.over(bench);
		this.begun = bench.time().instant();
		this.ended = this.begun;
	}

	/** Walks through a cell. */
	static CellRun of(Cell cell, Bench bench) {
		CellRun run = new CellRun(cell, bench);
		run.walk();
		return run;
	}

	/** The calls of every phase where nothing goes wrong. */
	static Map<Phase, List<CallSite>> clean(BeforeState before, Bench bench) {
		Map<Phase, List<CallSite>> sites = new EnumMap<>(Phase.class);
		CellRun run = new CellRun(new Cell(before, Phase.SIGN_OUT, new NoMishap()), bench);
		for (Phase phase : Phase.values()) {
			bench.recording().startAnew();
			run.walk(phase);
			sites.put(phase, bench.recording().sites());
		}
		return sites;
	}

	private void walk() {
		try {
			this.cell.phase().before().stream().filter((phase) -> !isSkipped(phase)).forEach(this::walk);
			this.bench.recording().startAnew();
			this.cell.mishap().befall(this);
			this.begun = this.bench.time().instant();
			walk(this.cell.phase());
			finishTheWalk();
		}
		catch (ProblemException ex) {
			this.refusal = ex.problem();
		}
		this.ended = this.bench.time().instant();
		this.terminal = terminal(this.run);
		calmDown();
	}

	/** Signing out follows on the run, not on its undo. */
	private boolean isSkipped(Phase phase) {
		return this.cell.phase() == Phase.SIGN_OUT && phase == Phase.UNDO;
	}

	/** A fault while looking may go unnoticed: then what it led to is applied. */
	private void finishTheWalk() {
		if (this.run == null) {
			if (this.plan == null) {
				walk(Phase.PLAN);
			}
			walk(Phase.APPLY);
		}
	}

	private void walk(Phase phase) {
		this.watch.click();
		switch (phase) {
			case SIGN_IN -> {
				this.bench.signIn();
				this.bench.connect();
			}
			case PLAN -> this.plan = this.bench.plan(this.desired);
			case APPLY -> this.run = HeadlessWizard.start(applier(), this.plan, this.bench.connection());
			case UNDO -> applier().undo(this.run, this.bench.connection());
			case SIGN_OUT -> this.bench.dsmSession().close();
		}
	}

	private static Terminal terminal(@Nullable ApplyRun run) {
		if (run == null) {
			return Terminal.REFUSED;
		}
		return switch (run.outcome()) {
			case APPLIED -> Terminal.AFTER;
			case UNDONE -> Terminal.BEFORE;
			case LEFT_BEHIND -> Terminal.REPORTED;
			default -> throw new AssertionError("Not at rest: " + run.outcome());
		};
	}

	/**
	 * Everything is in order again, and what was late has arrived. The administrator
	 * comes in with the password.
	 */
	private void calmDown() {
		this.bench.heals();
		this.cell.mishap().passes();
		journal().heals();
		this.bench.time().pass(LONG_AFTER);
		this.watch.look();
		this.watch.click();
		this.bench.signInAnew();
	}

	/** Somebody else changes something, the wizard does not hear of it. */
	void edit(Edit edit) {
		synchronized (this.bench.authentik()) {
			this.watch.look();
			Inventory untilNow = Inventory.of(this.bench);
			edit.make(this.bench);
			Inventory fromNow = Inventory.of(this.bench);
			this.edited.addAll(untilNow.differencesTo(fromNow));
			fromNow.values()
				.keySet()
				.stream()
				.filter((owner) -> !untilNow.values().containsKey(owner))
				.forEach(this.foreign::add);
			this.watch.look();
		}
	}

	/** Undoes it once more, after a new sign-in. */
	Terminal undoOnceMore() {
		this.watch.click();
		applier().undo(this.run, this.bench.connection());
		this.bench.time().pass(LONG_AFTER);
		return terminal(this.run);
	}

	/** Plans anew and applies that; empty where the wizard does not want to. */
	Terminal runOnceMore() {
		this.watch.click();
		Plan next = nextPlan();
		return next.canBeApplied() ? terminal(HeadlessWizard.start(applier(), next, this.bench.connection()))
				: Terminal.REFUSED;
	}

	/** What is to be done now, by the same answers of the administrator's. */
	Plan nextPlan() {
		return this.bench.plan(this.cell.before().desired(this.bench));
	}

	/** What the pages tell of what is left. */
	ThreeWay comparison() {
		StateReader reader = this.bench.bean(StateReader.class);
		Plan applied = this.run.plan();
		return ThreeWay.of(applied, reader.currentState(this.bench.connection(), applied.desired()),
				reader.inventory(this.bench.authentikClient()));
	}

	/** Every problem that was told. */
	List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		if (this.refusal != null) {
			problems.add(this.refusal);
		}
		if (this.run != null) {
			if (this.run.problem() != null) {
				problems.add(this.run.problem());
			}
			this.run.steps().stream().flatMap((step) -> Stream.ofNullable(step.problem())).forEach(problems::add);
		}
		return problems;
	}

	private Applier applier() {
		return this.bench.bean(Applier.class);
	}

	BrittleJournal journal() {
		return (BrittleJournal) this.bench.bean(Journal.class);
	}

	Cell cell() {
		return this.cell;
	}

	Bench bench() {
		return this.bench;
	}

	/** How everything was before the wizard came. */
	Inventory before() {
		return this.before;
	}

	/** What somebody else has changed meanwhile. */
	Set<String> edited() {
		return this.edited;
	}

	/** What somebody else has made meanwhile. */
	Set<Owner> foreign() {
		return this.foreign;
	}

	Watch watch() {
		return this.watch;
	}

	@Nullable ApplyRun run() {
		return this.run;
	}

	Terminal terminal() {
		return this.terminal;
	}

	/** How long the phase took in which something went wrong. */
	Duration took() {
		return Duration.between(this.begun, this.ended);
	}

	/** How a walk ends. */
	enum Terminal {

		/** The wizard did not begin. */
		REFUSED,
		/** Everything is as before. */
		BEFORE,
		/** Everything is as wanted. */
		AFTER,
		/** Something was left behind and is named. */
		REPORTED

	}

	/** Nothing goes wrong. */
	private record NoMishap() implements Mishap {

		@Override
		public void befall(CellRun run) {
		}

		@Override
		public Set<Terminal> allowed() {
			return Set.of(Terminal.AFTER);
		}

	}

}
