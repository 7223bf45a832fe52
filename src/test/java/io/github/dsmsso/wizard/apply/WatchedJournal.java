package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;

/**
 * A journal with somebody looking on, who may also stop everything.
 *
 * @param file the journal itself
 * @param watch is told before and after each line
 */
record WatchedJournal(Journal file, Watch watch) implements Journal {

	@Override
	public void begin(RunRecord run, int begun, CreatedObjects objects) {
		this.file.begin(run, begun, objects);
	}

	@Override
	public void intent(int step) {
		this.watch.sees(Moment.BEFORE_INTENT, step);
		this.file.intent(step);
		this.watch.sees(Moment.AFTER_INTENT, step);
	}

	@Override
	public void done(int step, CreatedObjects objects) {
		this.watch.sees(Moment.BEFORE_DONE, step);
		this.file.done(step, objects);
		this.watch.sees(Moment.AFTER_DONE, step);
	}

	@Override
	public void ended(Outcome outcome) {
		this.watch.sees(Moment.BEFORE_END, 0);
		this.file.ended(outcome);
	}

	@Override
	public Optional<UnfinishedRun> unfinished() {
		return this.file.unfinished();
	}

	@Override
	public void forget() {
		this.file.forget();
	}

	/** A moment in the life of a journal. */
	enum Moment {

		BEFORE_INTENT, AFTER_INTENT, BEFORE_DONE, AFTER_DONE, BEFORE_END;

		boolean isBeforeALine() {
			return this == BEFORE_INTENT || this == BEFORE_DONE || this == BEFORE_END;
		}

	}

	/** Somebody who looks on. */
	@FunctionalInterface
	interface Watch {

		void sees(Moment moment, int step);

	}

}
