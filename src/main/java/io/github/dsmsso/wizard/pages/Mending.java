package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;

import org.springframework.stereotype.Component;

/**
 * From a finding to the plan that deals with it and with nothing else.
 */
@Component
class Mending {

	private final PeopleLooks looks;

	private final StateReader reader;

	Mending(PeopleLooks looks, StateReader reader) {
		this.looks = looks;
		this.reader = reader;
	}

	/** Whether a plan can deal with it. */
	static boolean isPossible(CheckResult result) {
		return aspect(result)
			.filter((aspect) -> result.verdict() == Verdict.FAIL
					|| (result.verdict() == Verdict.WARN && Planner.offers(aspect)))
			.isPresent();
	}

	private static Optional<Aspect> aspect(CheckResult result) {
		return Arrays.stream(Aspect.values()).filter((aspect) -> aspect.id().equals(result.check())).findFirst();
	}

	/** Has the session plan another client secret on both sides, and no more. */
	void planNewSecret(WizardSession session) {
		plan(session, UnaryOperator.identity(), Extent.NEW_SECRET);
	}

	/** Has the session plan the change that a finding asks for, and no more. */
	void plan(WizardSession session, CheckResult result) {
		Aspect aspect = aspect(result).orElseThrow();
		plan(session, (asItIs) -> (result.verdict() == Verdict.WARN) ? asItIs.withAccepted(Set.of(aspect)) : asItIs,
				Extent.of(aspect));
	}

	/** What the session has set up itself is newer than what it has read. */
	private void plan(WizardSession session, UnaryOperator<DesiredState> mending, Extent extent) {
		if (session.run() != null) {
			readAnew(session);
		}
		WizardState checked = session.state();
		Proposal proposal = this.looks.propose(checked);
		session.propose(checked, proposal);
		session.choose(session.state(), mending.apply(proposal.desired()), extent);
	}

	private void readAnew(WizardSession session) {
		WizardState before = session.state();
		Reading<SignedInNas> nas = Reading.start(before.requireSignedInNas().requireSignedIn()::readAnew);
		AuthentikInventory inventory = this.reader.inventory(before.requireConnectedAuthentik().client());
		session.readAnew(before, nas.get(), inventory);
	}

}
