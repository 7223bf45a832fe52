package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * What a run is about to do, written down before it does it, so that a wizard that was
 * stopped can tell afterwards what it may have left. It holds no secret. There is one
 * journal, for one run at a time.
 */
interface Journal {

	/**
	 * Opens the journal of a run in the place of any earlier one.
	 * @param begun how many of its steps were begun already
	 * @param objects the keys of what it made already
	 * @throws JournalException where it cannot be written
	 * @throws ProblemException where another wizard on this machine is at work
	 */
	void begin(RunRecord run, int begun, CreatedObjects objects);

	/**
	 * A step is about to write.
	 * @throws JournalException where that cannot be noted: then it must not
	 */
	void intent(int step);

	/**
	 * A step has written and read back.
	 * @throws JournalException where that cannot be noted
	 */
	void done(int step, CreatedObjects objects);

	/**
	 * The run is at rest. A run that was undone leaves nothing to be remembered.
	 * @throws JournalException where that cannot be noted
	 */
	void ended(Outcome outcome);

	/**
	 * The run that this journal tells of, where no wizard is at work on it.
	 * @throws JournalException where there is one and it cannot be read
	 */
	Optional<UnfinishedRun> unfinished();

	/** Forgets the run. */
	void forget();

}
