package io.github.dsmsso.wizard.apply;

import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.ProblemException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What one run writes into the journal. An apply must not go on without it; an undo may.
 */
final class RunJournal {

	private static final Log logger = LogFactory.getLog(RunJournal.class);

	private final Journal journal;

	private final RunRecord record;

	private final Supplier<CreatedObjects> objects;

	RunJournal(Journal journal, RunRecord record, Supplier<CreatedObjects> objects) {
		this.journal = journal;
		this.record = record;
		this.objects = objects;
	}

	/**
	 * Writes down what is about to be done.
	 * @param begun how many steps were begun already
	 * @throws ProblemException where it cannot be written down, or another wizard is at
	 * work
	 */
	void open(int begun) {
		this.journal.begin(this.record, begun, this.objects.get());
	}

	void openIfPossible(int begun) {
		try {
			open(begun);
		}
		catch (JournalException ex) {
			logger.warn("Undoing without a journal: " + ex.getMessage());
		}
	}

	/**
	 * A step is about to write.
	 * @throws JournalException where that cannot be noted: then it must not
	 */
	void intent(int step) {
		this.journal.intent(this.record.reference(), step);
	}

	void intentIfPossible(int step) {
		try {
			intent(step);
		}
		catch (JournalException ex) {
			logger.debug("Undoing without a journal", ex);
		}
	}

	/**
	 * A step has written and read back.
	 * @throws JournalException where that cannot be noted
	 */
	void done(int step) {
		this.journal.done(this.record.reference(), step, this.objects.get());
	}

	/** A journal that cannot be written changes nothing about how a run has ended. */
	void endedIfPossible(RunOutcome outcome) {
		try {
			this.journal.ended(this.record.reference(), outcome);
		}
		catch (JournalException ex) {
			logger.warn("The end of run " + this.record.reference() + " is not in its journal: " + ex.getMessage());
		}
	}

}
