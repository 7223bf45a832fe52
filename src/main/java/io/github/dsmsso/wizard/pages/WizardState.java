package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Prospect;
import org.jspecify.annotations.Nullable;

/**
 * What a person has answered so far. Changing an answer drops whatever lies downstream of
 * it, so that a plan which no longer fits cannot exist.
 *
 * @param purpose what the person came for
 * @param nas the NAS, once its address is known
 * @param authentik authentik, once its address is known
 * @param proposal what was proposed, once both are known
 * @param desired how both systems shall be, once that was chosen
 * @param extent how much of it is to be planned
 * @param draft the plan on the review page
 */
record WizardState(Purpose purpose, @Nullable NasAnswer nas, @Nullable AuthentikAnswer authentik,
		@Nullable Proposal proposal, @Nullable DesiredState desired, Extent extent, @Nullable PlanDraft draft) {

	/** Nothing answered yet. */
	static WizardState begin(Purpose purpose) {
		return new WizardState(purpose, null, null, null, null, Extent.EVERYTHING, null);
	}

	WizardState withNas(NasAnswer nas) {
		return new WizardState(this.purpose, nas, this.authentik, null, null, Extent.EVERYTHING, null);
	}

	WizardState withAuthentik(AuthentikAnswer authentik) {
		return new WizardState(this.purpose, this.nas, authentik, null, null, Extent.EVERYTHING, null);
	}

	/** Both systems as they are now, and nothing chosen of them yet. */
	WizardState readAnew(SignedInNas nas, AuthentikInventory inventory) {
		return withNas(requireSignedInNas().withSignedIn(nas))
			.withAuthentik(requireConnectedAuthentik().withInventory(inventory));
	}

	WizardState withProposal(Proposal proposal) {
		return new WizardState(this.purpose, this.nas, this.authentik, proposal, null, Extent.EVERYTHING, null);
	}

	WizardState withDesired(DesiredState desired, Extent extent) {
		return new WizardState(this.purpose, this.nas, this.authentik, this.proposal, desired, extent, null);
	}

	WizardState withDraft(@Nullable PlanDraft draft) {
		return new WizardState(this.purpose, this.nas, this.authentik, this.proposal, this.desired, this.extent, draft);
	}

	NasAnswer requireNas() {
		if (this.nas == null) {
			throw new StepNotReachedException(WizardStep.NAS.path());
		}
		return this.nas;
	}

	/** The NAS with a session. */
	NasAnswer requireSignedInNas() {
		NasAnswer answer = requireNas();
		if (answer.signedIn() == null) {
			throw new StepNotReachedException((answer.server() != null) ? "/nas/sign-in" : WizardStep.NAS.path());
		}
		return answer;
	}

	AuthentikAnswer requireAuthentik() {
		if (this.authentik == null) {
			throw new StepNotReachedException(WizardStep.AUTHENTIK.path());
		}
		return this.authentik;
	}

	/** authentik with a client. */
	AuthentikAnswer requireConnectedAuthentik() {
		AuthentikAnswer answer = requireAuthentik();
		if (answer.connected() == null) {
			throw new StepNotReachedException((answer.peer() != null) ? "/authentik/token" : "/authentik");
		}
		return answer;
	}

	Proposal requireProposal() {
		if (this.proposal == null) {
			throw new StepNotReachedException(WizardStep.PEOPLE.path());
		}
		return this.proposal;
	}

	DesiredState requireDesired() {
		if (this.desired == null) {
			throw new StepNotReachedException(WizardStep.PEOPLE.path());
		}
		return this.desired;
	}

	/** The plan that a page has shown, where it is still the one to confirm. */
	PlanDraft requireDraft(String tag) {
		if (this.draft == null || !this.draft.tag().equals(tag)) {
			throw new StepNotReachedException(WizardStep.REVIEW.path());
		}
		return this.draft;
	}

	/** Both systems, signed in to. */
	Connection requireConnection() {
		return new Connection(requireSignedInNas().session(), requireConnectedAuthentik().client());
	}

	/** Whether both systems can be asked; a window that only watches a run cannot. */
	boolean isConnected() {
		return this.nas != null && this.nas.signedIn() != null && this.authentik != null
				&& this.authentik.connected() != null;
	}

	/** The page on which the next answer is given. */
	String nextPage() {
		if (this.nas == null || this.nas.signedIn() == null) {
			return (this.nas != null) ? this.nas.nextPage() : WizardStep.NAS.path();
		}
		if (this.authentik == null || this.authentik.connected() == null) {
			return (this.authentik != null) ? this.authentik.nextPage() : WizardStep.AUTHENTIK.path();
		}
		return (this.desired != null) ? WizardStep.REVIEW.path() : this.purpose.afterConnecting();
	}

	/** What a person came for. */
	enum Purpose {

		/** To connect a NAS. */
		CONNECT(WizardStep.PEOPLE.path()),
		/** To have an existing connection checked. */
		CHECK(WizardStep.PROVE.path()),
		/** To decide what becomes of an earlier run. */
		RECOVER("/recovery");

		private final String afterConnecting;

		Purpose(String afterConnecting) {
			this.afterConnecting = afterConnecting;
		}

		/** Where the way leads once both systems are known. */
		String afterConnecting() {
			return this.afterConnecting;
		}

	}

	/**
	 * A plan that was shown.
	 *
	 * @param plan the plan
	 * @param connection the systems that it was made for
	 * @param mark what the confirmation of exactly this plan has to bring
	 */
	record PlanDraft(Plan plan, Connection connection, String mark) {

		/** Whether a plan made now would be the same. */
		boolean isOf(Prospect now) {
			return this.plan.current().equals(now.current()) && this.plan.desired().equals(now.desired());
		}

		/** Its name in an address, from which the mark cannot be guessed. */
		String tag() {
			return Integer.toHexString(this.mark.hashCode());
		}

	}

}
