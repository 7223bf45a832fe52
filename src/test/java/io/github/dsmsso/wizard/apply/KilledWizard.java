package io.github.dsmsso.wizard.apply;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.apply.WatchedJournal.Moment;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wizard in a process of its own. It stops dead where it is told to, or where somebody
 * kills it.
 */
final class KilledWizard {

	/** How it ends where it stops by itself: without unwinding, closing or releasing. */
	static final int HALTED = 86;

	private KilledWizard() {
	}

	/**
	 * Applies a plan, or undoes what the journal tells of.
	 * @param arguments the addresses of the NAS and of authentik, the fingerprint of
	 * both, the folder of the journal, the {@link Task}, and the {@link Moment} and the
	 * step to halt at
	 */
	public static void main(String... arguments) {
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
		Journal journal = new WatchedJournal(AnotherWizard.journal(Path.of(arguments[3])),
				haltAt(arguments[5], Integer.parseInt(arguments[6])));
		try (HeadlessWizard wizard = new HeadlessWizard(peer(arguments[0], arguments[2]),
				peer(arguments[1], arguments[2]), (context) -> {
				})) {
			Task.valueOf(arguments[4]).accept(AnotherWizard.with(wizard, journal));
		}
	}

	private static Peer peer(String address, String fingerprint) {
		return new Peer(BaseUrl.parse(address), TlsTrust.in(new Fingerprint(fingerprint)));
	}

	private static WatchedJournal.Watch haltAt(String moment, int step) {
		return (now, at) -> {
			if (now.name().equals(moment) && at == step) {
				Runtime.getRuntime().halt(HALTED);
			}
		};
	}

	/** What it is about when it is killed. */
	enum Task {

		/** A new plan. */
		APPLY {

			@Override
			void accept(AnotherWizard wizard) {
				wizard.apply();
			}

		},
		/** The run that the journal tells of. */
		UNDO {

			@Override
			void accept(AnotherWizard wizard) {
				wizard.undoes(wizard.unfinished().orElseThrow(), Secret.of(Scene.FORMER_KEY));
			}

		},
		/** The same, by somebody who does not have the key that DSM held before. */
		UNDO_WITHOUT_KEY {

			@Override
			void accept(AnotherWizard wizard) {
				wizard.undoes(wizard.unfinished().orElseThrow(), Secret.none());
			}

		};

		abstract void accept(AnotherWizard wizard);

	}

}
