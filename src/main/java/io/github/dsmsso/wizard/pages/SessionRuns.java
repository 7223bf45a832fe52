package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one session, the oldest first. A fix or another client secret is a run of
 * its own that builds on the one before; where it is undone, that one counts again.
 */
final class SessionRuns {

	private final List<ApplyRun> followed = new ArrayList<>();

	/** Another run, or one that was followed already and has more to do. */
	void follow(ApplyRun run) {
		this.followed.removeIf((before) -> before == run || !stands(before));
		this.followed.add(run);
	}

	void clear() {
		this.followed.clear();
	}

	/** The one that is told of: the latest, whatever became of it. */
	@Nullable ApplyRun latest() {
		return last(this.followed);
	}

	/** The one by whose plan both systems are: the latest that was not undone. */
	@Nullable ApplyRun current() {
		ApplyRun counting = last(counting());
		return (counting != null) ? counting : latest();
	}

	/** The one that counts again once the current one is undone. */
	Optional<ApplyRun> beneath() {
		List<ApplyRun> counting = counting();
		return (counting.size() > 1) ? Optional.of(counting.get(counting.size() - 2)) : Optional.empty();
	}

	/** Those whose changes may be there; the latest alone where all were undone. */
	List<ApplyRun> all() {
		List<ApplyRun> counting = counting();
		return counting.isEmpty() ? List.copyOf(this.followed) : counting;
	}

	/** Whether what was set up, if anything, is all there. */
	boolean areSettled() {
		ApplyRun current = current();
		return current == null || stands(current);
	}

	/** Whether all that a run was to change is there. */
	static boolean stands(ApplyRun run) {
		return run.outcome() == RunOutcome.APPLIED;
	}

	private List<ApplyRun> counting() {
		return this.followed.stream().filter((run) -> run.outcome() != RunOutcome.UNDONE).toList();
	}

	private static @Nullable ApplyRun last(List<ApplyRun> runs) {
		return runs.isEmpty() ? null : runs.get(runs.size() - 1);
	}

}
