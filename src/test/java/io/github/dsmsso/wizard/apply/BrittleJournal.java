package io.github.dsmsso.wizard.apply;

import java.io.IOException;

import io.github.dsmsso.wizard.shared.Problem;

/** A journal on a disk that is full from some entry on. */
final class BrittleJournal extends OtherJournal {

	private int entriesLeft = Integer.MAX_VALUE;

	BrittleJournal(Journal journal) {
		super(journal);
	}

	/** From that entry on, counted from now, nothing can be written. */
	void failsAt(int entry) {
		this.entriesLeft = entry - 1;
	}

	/** There is room again. */
	void heals() {
		this.entriesLeft = Integer.MAX_VALUE;
	}

	@Override
	public void begin(RunRecord run, int begun, CreatedObjects objects) {
		write(() -> super.begin(run, begun, objects));
	}

	@Override
	public void intent(String reference, int step) {
		write(() -> super.intent(reference, step));
	}

	@Override
	public void done(String reference, int step, CreatedObjects objects) {
		write(() -> super.done(reference, step, objects));
	}

	@Override
	public void ended(String reference, RunOutcome outcome) {
		write(() -> super.ended(reference, outcome));
	}

	private void write(Runnable entry) {
		if (this.entriesLeft <= 0) {
			throw new JournalException(Problem.of("apply.journal-unwritable", "a full disk"),
					new IOException("No space left on device"));
		}
		this.entriesLeft--;
		entry.run();
	}

}
