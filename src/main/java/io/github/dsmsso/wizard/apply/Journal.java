package io.github.dsmsso.wizard.apply;

import java.util.List;

import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * What runs are about to do, written down before they do it, so that a wizard that was
 * stopped can tell afterwards what it may have left. It holds no secret. Each run has an
 * entry of its own.
 */
interface Journal {

	/**
	 * Opens the entry of a run; those of others stay.
	 * @param begun how many of its steps were begun already
	 * @param objects the keys of what it made already
	 * @throws JournalException where it cannot be written
	 * @throws ProblemException where another wizard on this machine is at work
	 */
	void begin(RunRecord run, int begun, CreatedObjects objects);

	/**
	 * A step of a run is about to write.
	 * @throws JournalException where that cannot be noted: then it must not
	 */
	void intent(String reference, int step);

	/**
	 * A step of a run has written and read back.
	 * @throws JournalException where that cannot be noted
	 */
	void done(String reference, int step, CreatedObjects objects);

	/**
	 * A run is at rest. One that was undone leaves nothing to be remembered.
	 * @throws JournalException where that cannot be noted
	 */
	void ended(String reference, RunOutcome outcome);

	/**
	 * The runs that can be undone or finished, as far as their entries can be read; none
	 * while another wizard is at work on them.
	 */
	List<UnfinishedRun> unfinished();

	/**
	 * Makes sure that nobody else is at work on it.
	 * @throws ProblemException where another wizard is
	 */
	void requireFree();

	/** Where it is. */
	String place();

	/** The names of entries that cannot be read. */
	List<String> unreadable();

	/**
	 * Puts an entry away that cannot be read; it is kept under another name.
	 * @throws JournalException where there is none, or the folder cannot be written
	 * @throws ProblemException where another wizard is at work
	 */
	void setAside(String name);

	/**
	 * Forgets a run.
	 * @throws JournalException where the folder cannot be written
	 * @throws ProblemException where another wizard is at work
	 */
	void forget(String reference);

	/**
	 * Forgets all of them.
	 * @throws JournalException where the folder cannot be written
	 * @throws ProblemException where another wizard is at work
	 */
	void forgetAll();

}
