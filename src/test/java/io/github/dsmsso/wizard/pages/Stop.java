package io.github.dsmsso.wizard.pages;

import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.pages.WizardProcess.Signal;

/**
 * When and how a wizard is stopped, and what becomes of it.
 *
 * @param phase what it is about
 * @param signal how it is stopped
 * @param call at which of the calls of that phase, from 0; at its end where there are
 * fewer
 * @param delay how many milliseconds after that call has arrived
 * @param another whether DSM's sign-in page led to another provider before
 * @param finishes whether a run that was interrupted is finished or undone
 */
record Stop(Phase phase, Signal signal, int call, int delay, boolean another, boolean finishes) {

	/** Most calls are answered sooner. */
	private static final int LONGEST_DELAY = 50;

	/** One at a random moment, of the kind that has this place among the kinds. */
	static Stop draw(int place, Random random) {
		Phase phase = Phase.values()[place % Phase.values().length];
		return new Stop(phase, Signal.values()[(place + 1) % 2], random.nextInt(phase.calls),
				random.nextInt(LONGEST_DELAY), random.nextInt(3) == 0, random.nextBoolean());
	}

	/** What kind of stop it is, for the figures. */
	String kind() {
		return this.phase.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + this.signal;
	}

	/**
	 * Leads a wizard into the phase, and stops it there.
	 * @param person has made the plan
	 */
	void strikes(WizardProcess wizard, WizardPages person, Lab lab) {
		this.phase.prepare(person, lab);
		AtomicInteger left = new AtomicInteger(this.call);
		Runnable countDown = () -> {
			if (left.getAndDecrement() == 0) {
				CompletableFuture.delayedExecutor(this.delay, TimeUnit.MILLISECONDS)
					.execute(() -> wizard.gets(this.signal));
			}
		};
		lab.dsm().behind((server) -> after(countDown, server));
		lab.authentikBehind((server) -> after(countDown, server));
		try {
			this.phase.enter(person);
		}
		catch (RuntimeException ex) {
			requireThat(left.get() < 0, ex);
		}
		while (left.get() >= 0) {
			countDown.run();
		}
		wizard.awaitEnd();
		lab.healed();
	}

	private static LabHandler after(Runnable action, LabHandler server) {
		return (request) -> {
			action.run();
			return server.handle(request);
		};
	}

	/** What a browser meets when nobody answers any more is no fault. */
	private static void requireThat(boolean stopped, RuntimeException met) {
		if (!stopped) {
			throw met;
		}
	}

	/** What a wizard is about. */
	enum Phase {

		/** Both systems are being set up. */
		APPLY(20) {

			@Override
			void prepare(WizardPages person, Lab lab) {
			}

			@Override
			void enter(WizardPages person) {
				person.confirms().awaitsTheEndOfTheRun();
			}

		},
		/** SSO by default is switched on, and stays on trial. */
		TRIAL(16) {

			@Override
			void prepare(WizardPages person, Lab lab) {
				super.prepare(person, lab);
				person.goesTo("/prove");
				new Visitor(lab.dsmAddress(), lab.dsm().simulator(), lab.authentikAddress(), lab.authentik())
					.signIn("anna", DemoAuthentik.PASSWORD);
				person.press("Check again").goesTo("/default").ticksEveryRisk();
			}

			@Override
			void enter(WizardPages person) {
				person.press("Turn on SSO by default for 3 minutes").awaitsTheTrial();
			}

		},
		/** Both systems are being brought back. */
		UNDO(14) {

			@Override
			void enter(WizardPages person) {
				person.undoesEverything();
			}

		},
		/** Both are set up, and nothing is being done. */
		IDLE(1) {

			@Override
			void enter(WizardPages person) {
			}

		},
		/** SSO by default is switched off again. */
		END_OF_TRIAL(4) {

			@Override
			void prepare(WizardPages person, Lab lab) {
				TRIAL.prepare(person, lab);
				TRIAL.enter(person);
			}

			@Override
			void enter(WizardPages person) {
				person.press("Turn off SSO by default now").awaitsTheEndOfTheTrial();
			}

		};

		/** About as many calls as there are. */
		private final int calls;

		Phase(int calls) {
			this.calls = calls;
		}

		/** Both systems are set up before. */
		void prepare(WizardPages person, Lab lab) {
			person.confirms().awaitsTheEndOfTheRun();
		}

		abstract void enter(WizardPages person);

	}

}
