package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.function.Function;

/** A journal that is kept in another way. */
class OtherJournal implements Journal {

	private final Journal journal;

	OtherJournal(Journal journal) {
		this.journal = journal;
	}

	/** Another journal in the place of the journal; other parts stay as they are. */
	static Object of(Object part, Function<Journal, Journal> otherwise) {
		return (part instanceof Journal journal) ? otherwise.apply(journal) : part;
	}

	/** A journal that notes a step once it is done. */
	static Journal afterwards(Journal journal) {
		return new OtherJournal(journal) {

			@Override
			public void intent(String reference, int step) {
			}

			@Override
			public void done(String reference, int step, CreatedObjects objects) {
				super.intent(reference, step);
				super.done(reference, step, objects);
			}

		};
	}

	/** A journal that remembers something of the run with its name. */
	static Journal telling(Journal journal, Function<RunRecord, String> secret) {
		return new OtherJournal(journal) {

			@Override
			public void begin(RunRecord run, int begun, CreatedObjects objects) {
				super.begin(new RunRecord(run.reference() + " " + secret.apply(run), run.startedAt(), run.nas(),
						run.authentik(), run.plan()), begun, objects);
			}

		};
	}

	@Override
	public void begin(RunRecord run, int begun, CreatedObjects objects) {
		this.journal.begin(run, begun, objects);
	}

	@Override
	public void intent(String reference, int step) {
		this.journal.intent(reference, step);
	}

	@Override
	public void done(String reference, int step, CreatedObjects objects) {
		this.journal.done(reference, step, objects);
	}

	@Override
	public void ended(String reference, RunOutcome outcome) {
		this.journal.ended(reference, outcome);
	}

	@Override
	public List<UnfinishedRun> unfinished() {
		return this.journal.unfinished();
	}

	@Override
	public void requireFree() {
		this.journal.requireFree();
	}

	@Override
	public String place() {
		return this.journal.place();
	}

	@Override
	public List<String> unreadable() {
		return this.journal.unreadable();
	}

	@Override
	public void setAside(String name) {
		this.journal.setAside(name);
	}

	@Override
	public void forget(String reference) {
		this.journal.forget(reference);
	}

	@Override
	public void forgetAll() {
		this.journal.forgetAll();
	}

}
