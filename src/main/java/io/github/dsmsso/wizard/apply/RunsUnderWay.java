package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * The runs that are under way in this process: as many as there are NAS, and no two at a
 * time that write to the same NAS or to the same object of authentik.
 */
final class RunsUnderWay {

	private static final Duration A_MOMENT = Duration.ofMillis(100);

	private static final int MOMENTS = 20;

	private final Set<ApplyRun> runs = new HashSet<>();

	private final Pause pause;

	RunsUnderWay(Pause pause) {
		this.pause = pause;
	}

	/**
	 * Makes a run one of those that are under way, or does nothing at all.
	 * @param opening what has to succeed for that
	 * @throws ProblemException where another one writes to what this one writes to
	 */
	void claim(ApplyRun run, Runnable opening) {
		if (!findsItsObjectsFree(run)) {
			throw new ProblemException(Problem.of("apply.already-running"));
		}
		boolean opened = false;
		try {
			opening.run();
			opened = true;
		}
		finally {
			if (!opened) {
				release(run);
			}
		}
	}

	/** A run whose end is told already may still be putting its journal away. */
	private boolean findsItsObjectsFree(ApplyRun run) {
		boolean free = takes(run);
		for (int moment = 0; !free && moment < MOMENTS && !isHeldByARunUnderWay(run); moment++) {
			this.pause.of(A_MOMENT);
			free = takes(run);
		}
		return free;
	}

	private synchronized boolean takes(ApplyRun run) {
		return this.runs.stream().noneMatch((other) -> other.record().sharesWith(run.record())) && this.runs.add(run);
	}

	private synchronized boolean isHeldByARunUnderWay(ApplyRun run) {
		return this.runs.stream()
			.filter((other) -> other.record().sharesWith(run.record()))
			.anyMatch((other) -> other.outcome().isUnderWay());
	}

	/** A run has come to its end. */
	synchronized void release(ApplyRun run) {
		this.runs.remove(run);
	}

	/** Those of which the end is not told yet, the oldest first. */
	synchronized List<ApplyRun> list() {
		return this.runs.stream()
			.filter((run) -> run.outcome().isUnderWay())
			.sorted(Comparator.comparing((ApplyRun run) -> run.record().startedAt()))
			.toList();
	}

	/** Whether none is at work, or putting its journal away. */
	synchronized boolean isEmpty() {
		return this.runs.isEmpty();
	}

}
