package io.github.dsmsso.wizard.pages;

import java.nio.file.Path;

import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.JournalFiles;
import org.jspecify.annotations.Nullable;

/**
 * What a wizard leaves that is stopped in the middle of a run, without ending this
 * process: its journal as it stood at some call, and both systems as they were then. From
 * that call on the server is to be gone, so that nothing can be taken back.
 */
final class StoppedWizard {

	/**
	 * The journal of an {@link ImpatientWizard}; each process of the tests has its own.
	 */
	static final Path JOURNAL = Path.of(System.getProperty("wizard.tests.journals", "target/journals"),
			"impatient-wizard");

	private final Applier applier;

	private byte @Nullable [] journal;

	StoppedWizard(Applier applier) {
		this.applier = applier;
	}

	/** It is stopped before the call is done. */
	Disturbance beforeTheCall() {
		return (server, request, later) -> gone();
	}

	/** It is stopped after the call was done, and before its answer. */
	Disturbance afterTheCall() {
		return (server, request, later) -> {
			if (this.journal == null) {
				server.handle(request);
			}
			return gone();
		};
	}

	private synchronized LabResponse gone() {
		if (this.journal == null) {
			stopsNow();
		}
		return LabResponse.none(Delivery.LOST);
	}

	/** It is stopped at this moment. */
	StoppedWizard stopsNow() {
		this.journal = JournalFiles.only(JOURNAL);
		return this;
	}

	/** A new one finds nothing but the journal. */
	void startsAgain() {
		this.applier.forget();
		writesJournal(this.journal);
	}

	/** The journal is this, whoever wrote it. */
	void writesJournal(byte[] content) {
		JournalFiles.put(JOURNAL, content);
	}

}
