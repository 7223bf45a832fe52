package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameChoices;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;

/**
 * One look at who will be able to sign in. It goes on by itself, whether or not a page
 * waits for it, and what it found stays until something else is asked.
 */
final class PeopleLook implements Inquiry.Listener {

	private final Reading<Found> reading;

	private volatile Progress progress = new Progress(0, 0);

	private volatile boolean shown;

	/**
	 * Begins to look.
	 * @param finder looks, and tells how far it is
	 */
	PeopleLook(Function<Inquiry.Listener, Found> finder) {
		this.reading = Reading.start(() -> finder.apply(this));
	}

	@Override
	public void answered(int answered, int all) {
		this.progress = new Progress(answered, all);
	}

	/** How far it is. */
	Progress progress() {
		return this.progress;
	}

	/** Whether it has ended by then. */
	boolean endsWithin(Duration patience) {
		return this.reading.endsWithin(patience);
	}

	/**
	 * What it found, which counts as shown from now on.
	 * @throws ProblemException where a side says no, or its answer stayed away
	 */
	Found found() {
		this.shown = true;
		return this.reading.get();
	}

	/** The same where it has ended and found something; counts as nothing shown. */
	Optional<Found> foundBefore() {
		boolean found = endsWithin(Duration.ZERO) && !this.reading.hasFailed();
		return found ? Optional.of(this.reading.get()) : Optional.empty();
	}

	/**
	 * Whether another look is needed to show somebody something: a failure is told once.
	 * @param anew whether what was shown already does not count
	 */
	boolean isUsedUp(boolean anew) {
		return this.shown && (anew || this.reading.hasFailed());
	}

	/**
	 * What a look found.
	 *
	 * @param proposal what the desired state is chosen from
	 * @param question what the people were reckoned by
	 * @param people who will be able to sign in
	 * @param names by which names DSM could know people
	 */
	record Found(Proposal proposal, PeopleQuestion question, People people, NameChoices names) {

		/** Whether it is also who will be able to sign in by another choice. */
		boolean isAbout(DesiredState desired) {
			return this.proposal.question(desired).equals(this.question);
		}

	}

	/**
	 * How far the asking about single people is.
	 *
	 * @param answered how many questions authentik has answered
	 * @param all how many are known to be asked; zero while both systems are read
	 */
	record Progress(int answered, int all) {

	}

}
