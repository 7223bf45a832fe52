package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;

import org.springframework.stereotype.Component;

/**
 * From a finding to the plan that deals with it and with nothing else.
 */
@Component
class Mending {

	private final PeopleLooks looks;

	Mending(PeopleLooks looks) {
		this.looks = looks;
	}

	/** What a plan would change to deal with it; empty where no plan can. */
	static Optional<Aspect> of(CheckResult result) {
		return Arrays.stream(Aspect.values())
			.filter((aspect) -> aspect.id().equals(result.check()))
			.filter((aspect) -> result.verdict() == Verdict.FAIL
					|| (result.verdict() == Verdict.WARN && Planner.offers(aspect)))
			.findFirst();
	}

	/** Has the session plan the change that a finding asks for, and no more. */
	void plan(WizardSession session, CheckResult result, Aspect aspect) {
		WizardState checked = session.state();
		Proposal proposal = this.looks.propose(checked);
		session.propose(checked, proposal);
		DesiredState asItIs = proposal.desired();
		session.choose(session.state(),
				(result.verdict() == Verdict.WARN) ? asItIs.withAccepted(Set.of(aspect)) : asItIs, Extent.of(aspect));
	}

}
