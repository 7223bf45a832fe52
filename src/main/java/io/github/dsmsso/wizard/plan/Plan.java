package io.github.dsmsso.wizard.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * What would change, bound to what was read: apply writes nothing but these changes, and
 * only while the current state is still the one they were planned from.
 *
 * @param desired how both systems shall be
 * @param current how they were when this was planned
 * @param changes what leads from one to the other, in the order of writing
 * @param blockers what keeps this plan from being applied
 * @param risks what has to be acknowledged before it is
 * @param offers what is doubtful about the existing settings, and would be changed if
 * somebody asked for it
 * @param byHand what stays wrong, because the wizard cannot change it
 * @param left what is wrong and was not to be changed by this plan
 */
public record Plan(DesiredState desired, CurrentState current, List<Change> changes, List<Problem> blockers,
		List<Problem> risks, List<Judgement> offers, List<Judgement> byHand, List<Judgement> left) {

	public Plan {
		changes = List.copyOf(changes);
		blockers = List.copyOf(blockers);
		risks = List.copyOf(risks);
		offers = List.copyOf(offers);
		byHand = List.copyOf(byHand);
		left = List.copyOf(left);
	}

	/** A plan of changes to which there is no more to say. */
	Plan(DesiredState desired, CurrentState current, List<Change> changes, List<Problem> blockers) {
		this(desired, current, changes, blockers, List.of(), List.of(), List.of(), List.of());
	}

	/** The same plan with more that blocks it or has to be acknowledged. */
	Plan with(List<Problem> moreBlockers, List<Problem> moreRisks) {
		return new Plan(this.desired, this.current, this.changes,
				Stream.concat(this.blockers.stream(), moreBlockers.stream()).toList(),
				Stream.concat(this.risks.stream(), moreRisks.stream()).toList(), this.offers, this.byHand, this.left);
	}

	/** The same plan with other changes, such as with secrets that were found again. */
	public Plan withChanges(List<Change> changes) {
		return new Plan(this.desired, this.current, changes, this.blockers, this.risks, this.offers, this.byHand,
				this.left);
	}

	/**
	 * The fields of the provider that are empty, are filled by this plan, and may not be
	 * emptied again by an undo.
	 */
	public List<String> staysFilled() {
		return this.changes.stream()
			.filter(ProviderChange.class::isInstance)
			.map(ProviderChange.class::cast)
			.flatMap((change) -> (change.before() != null) ? change.before().emptyUnlike(change.wanted()).stream()
					: Stream.empty())
			.toList();
	}

	/** Whether there is nothing to write. */
	public boolean changesNothing() {
		return this.blockers.isEmpty() && this.changes.stream().noneMatch(Change::writes);
	}

	/** Whether both systems are as desired already, and nothing is wrong with that. */
	public boolean isFulfilled() {
		return changesNothing() && this.byHand.isEmpty() && this.left.isEmpty();
	}

	/** Whether DSM leads people to the provider that is changed. */
	public boolean changesWhatIsInUse() {
		return this.current.dsm().profile().isOidcEnabled() && this.current.findProvider()
			.filter((provider) -> provider.credentials().clientId().equals(this.current.dsm().oidc().clientId()))
			.isPresent();
	}

	/** Whether an application is made. */
	public boolean createsApplication() {
		return this.current.application() == null;
	}

	/** Whether it can be applied once its risks are acknowledged. */
	public boolean canBeApplied() {
		return this.blockers.isEmpty();
	}

	/**
	 * Nothing may be in its way.
	 * @throws ProblemException of the first blocker
	 */
	public void requireNoBlocker() {
		this.blockers.stream().findFirst().ifPresent((blocker) -> {
			throw new ProblemException(blocker);
		});
	}

	/**
	 * Each risk has to be accepted by somebody who has read it.
	 * @param acknowledged the codes of those that were
	 * @throws ProblemException where one is not among them
	 */
	public void requireAcknowledged(Collection<String> acknowledged) {
		if (!this.risks.stream().map(Problem::code).allMatch(acknowledged::contains)) {
			throw new ProblemException(Problem.of("plan.risks-not-acknowledged"));
		}
	}

	/** The changes that are written, in the order of writing. */
	public List<Change> writes() {
		return this.changes.stream().filter(Change::writes).toList();
	}

	/** The changes in words. */
	public List<ChangeDescription> descriptions() {
		return this.changes.stream().map(Change::describe).toList();
	}

}
