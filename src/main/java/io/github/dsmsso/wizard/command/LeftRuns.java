package io.github.dsmsso.wizard.command;

import java.util.List;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The runs of the journal that were between the two systems of a connection file. */
@Component
class LeftRuns {

	private final Applier applier;

	LeftRuns(Applier applier) {
		this.applier = applier;
	}

	/**
	 * All of them, the newest first.
	 * @throws ProblemException where another wizard is at work on the journal, or an
	 * entry of it cannot be read
	 */
	List<UnfinishedRun> between(ConnectionEntry entry) {
		this.applier.requireReadableJournal();
		return this.applier.unfinished()
			.stream()
			.filter((left) -> left.record().nas().address().equals(entry.nas().peer().address())
					&& left.record().authentik().address().equals(entry.authentik().peer().address()))
			.toList();
	}

	/**
	 * The one of a name, or else the newest.
	 * @throws CommandException where there is none
	 */
	UnfinishedRun require(ConnectionEntry entry, @Nullable String reference) {
		return between(entry).stream()
			.filter((left) -> (reference != null) ? left.record().reference().equals(reference)
					: !left.isOfDefaultLogin())
			.findFirst()
			.orElseThrow(() -> new CommandException("The journal in " + this.applier.journalPlace()
					+ " has no such run between this NAS and this authentik. With --journal=PATH you can name another folder."));
	}

}
