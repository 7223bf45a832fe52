package io.github.dsmsso.wizard.command;

import java.util.List;

import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.NasNames;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Plans what a connection file wishes: from the same file and the same two systems always
 * the same plan, but for new credentials.
 */
@Component
class EntryPlanner {

	private final Proposals proposals;

	private final Plans plans;

	EntryPlanner(Proposals proposals, Plans plans) {
		this.proposals = proposals;
		this.plans = plans;
	}

	/**
	 * Makes the plan.
	 * @throws CommandException where something wished is not there
	 */
	Plan plan(ConnectionEntry entry, OpenConnection open, Invocation invocation) {
		Proposal proposal = propose(entry, open);
		DesiredState desired = named(entry.wish().in(proposal), proposal, entry, invocation);
		return this.plans.plan(open.connection(), proposal, this.plans.look(open.connection(), proposal, desired),
				Extent.EVERYTHING);
	}

	/**
	 * Plans another client secret on both sides, and nothing else.
	 * @throws io.github.dsmsso.wizard.shared.ProblemException where there is no
	 * connection
	 */
	Plan planNewSecret(ConnectionEntry entry, OpenConnection open) {
		Proposal proposal = propose(entry, open);
		return this.plans.plan(open.connection(), proposal,
				this.plans.look(open.connection(), proposal, proposal.desired()), Extent.NEW_SECRET);
	}

	private Proposal propose(ConnectionEntry entry, OpenConnection open) {
		return this.proposals.propose(open.connection(), open.nas(), open.inventory(), choice(entry, open),
				Inquiry.Listener.NONE);
	}

	/**
	 * The provider of the application that the file names, where it is one of this NAS;
	 * else one that is this NAS's and has no application; else a new one.
	 */
	private static ProviderChoice choice(ConnectionEntry entry, OpenConnection open) {
		if (entry.application() == null) {
			return ProviderChoice.ofLikeliest();
		}
		List<Candidate> candidates = new Recognition(open.nas().sso().oidc(),
				NasNames.of(open.connection().dsmAddress(), open.nas().description()).all(),
				open.inventory().providers())
			.candidates();
		return candidates.stream()
			.filter((candidate) -> entry.application().equals(candidate.slug()))
			.findFirst()
			.map((candidate) -> ProviderChoice.of(candidate.provider().pk()))
			.orElseGet(() -> candidates.isEmpty() || candidates.get(0).slug() == null ? ProviderChoice.ofLikeliest()
					: ProviderChoice.ofNew());
	}

	/** What is made is called as the file says, and never as what another NAS gets. */
	private static DesiredState named(DesiredState desired, Proposal proposal, ConnectionEntry entry,
			Invocation invocation) {
		String name = name(entry, invocation);
		return (proposal.makesBoth() && name != null) ? desired.withNewNames(name) : desired;
	}

	private static @Nullable String name(ConnectionEntry entry, Invocation invocation) {
		return (entry.application() == null && invocation.isOfSeveral()) ? entry.nameAmongMany() : entry.application();
	}

}
