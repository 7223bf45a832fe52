package io.github.dsmsso.wizard.apply;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.shared.Secret;

/**
 * A wizard started anew: it remembers nothing, and signs in anew to go on with what the
 * journal tells.
 */
final class AnotherWizard {

	private final HeadlessWizard wizard;

	private final DsmSession dsm;

	private final AuthentikClient authentik;

	private final Applier applier;

	private AnotherWizard(HeadlessWizard wizard, Journal journal, Clock clock, Pause pause) {
		this.wizard = wizard;
		this.dsm = wizard.signIn();
		this.authentik = wizard.connect();
		this.applier = new Applier(wizard.bean(Steps.class), wizard.bean(SecretRecovery.class),
				wizard.bean(RunReferences.class), journal, clock, HeadlessWizard.steady(clock), pause, Runnable::run);
	}

	/** One with a journal in that folder. */
	static AnotherWizard in(HeadlessWizard wizard, Path folder) {
		return with(wizard, journal(folder));
	}

	static AnotherWizard with(HeadlessWizard wizard, Journal journal) {
		return new AnotherWizard(wizard, journal, Clock.systemUTC(), wizard.bean(Pause.class));
	}

	/** One for whom time stands still but for its pauses. */
	static AnotherWizard in(HeadlessWizard wizard, Path folder, Clock clock, Pause pause) {
		return new AnotherWizard(wizard, new FileJournal(new ApplyProperties(folder), clock), clock, pause);
	}

	static Journal journal(Path folder) {
		return new FileJournal(new ApplyProperties(folder), Clock.systemUTC());
	}

	Applier applier() {
		return this.applier;
	}

	Optional<UnfinishedRun> unfinished() {
		return this.applier.unfinished().stream().findFirst();
	}

	ApplyRun apply() {
		return HeadlessWizard.start(this.applier, Scene.plan(this.wizard), new Connection(this.dsm, this.authentik));
	}

	void undo(ApplyRun run) {
		this.applier.undo(run, new Connection(this.dsm, this.authentik));
	}

	/** Undoes what the journal tells of. */
	ApplyRun undoes(UnfinishedRun unfinished, Secret key) {
		ApplyRun run = resume(unfinished, key);
		undo(run);
		return run;
	}

	/** Finishes what the journal tells of. */
	ApplyRun finishes(UnfinishedRun unfinished, Secret key) {
		ApplyRun run = resume(unfinished, key);
		this.applier.finish(run, new Connection(this.dsm, this.authentik));
		return run;
	}

	private ApplyRun resume(UnfinishedRun unfinished, Secret key) {
		return this.applier.resume(unfinished, new Connection(this.dsm, this.authentik), key);
	}

}
