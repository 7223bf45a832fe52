package io.github.dsmsso.wizard.apply;

import java.util.List;

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
	public void intent(String reference, int step) {
		this.watch.sees(Moment.BEFORE_INTENT, step);
		this.file.intent(reference, step);
		this.watch.sees(Moment.AFTER_INTENT, step);
	}

	@Override
	public void done(String reference, int step, CreatedObjects objects) {
		this.watch.sees(Moment.BEFORE_DONE, step);
		this.file.done(reference, step, objects);
		this.watch.sees(Moment.AFTER_DONE, step);
	}

	@Override
	public void ended(String reference, RunOutcome outcome) {
		this.watch.sees(Moment.BEFORE_END, 0);
		this.file.ended(reference, outcome);
	}

	@Override
	public List<UnfinishedRun> unfinished() {
		return this.file.unfinished();
	}

	@Override
	public void requireFree() {
		this.file.requireFree();
	}

	@Override
	public String place() {
		return this.file.place();
	}

	@Override
	public List<String> unreadable() {
		return this.file.unreadable();
	}

	@Override
	public void setAside(String name) {
		this.file.setAside(name);
	}

	@Override
	public void forget(String reference) {
		this.file.forget(reference);
	}

	@Override
	public void forgetAll() {
		this.file.forgetAll();
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
