package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.dsmsso.wizard.apply.ApplyRun;
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

	/**
	 * Has the session plan another client secret on both sides, and no more. What it has
	 * set up itself is newer than what it has read.
	 */
	void planNewSecret(WizardSession session) {
		ApplyRun run = session.run();
		if (run != null) {
			session.choose(session.state(), run.plan().desired(), Extent.NEW_SECRET);
		}
		else {
			plan(session, UnaryOperator.identity(), Extent.NEW_SECRET);
		}
	}

	/** Has the session plan the change that a finding asks for, and no more. */
	void plan(WizardSession session, CheckResult result) {
		Aspect aspect = aspect(result).orElseThrow();
		plan(session, (asItIs) -> (result.verdict() == Verdict.WARN) ? asItIs.withAccepted(Set.of(aspect)) : asItIs,
				Extent.of(aspect));
	}

	private void plan(WizardSession session, UnaryOperator<DesiredState> mending, Extent extent) {
		WizardState checked = session.state();
		Proposal proposal = this.looks.propose(checked);
		session.propose(checked, proposal);
		session.choose(session.state(), mending.apply(proposal.desired()), extent);
	}

}
