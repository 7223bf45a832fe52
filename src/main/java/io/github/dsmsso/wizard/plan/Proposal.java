package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import org.jspecify.annotations.Nullable;

/**
 * A desired state to start from, and what else there would be to choose.
 *
 * @param desired the desired state; everything in it can be changed before the plan is
 * made
 * @param taken the provider that is taken up, or null where a new one is made
 * @param others the other providers that may be this NAS's
 * @param addresses the addresses by which people may open DSM, other than the proposed
 * one
 * @param surroundings what authentik has, with what was learnt of names
 */
public record Proposal(DesiredState desired, @Nullable Candidate taken, List<Candidate> others,
		List<RedirectUri> addresses, Surroundings surroundings) {

	public Proposal {
		others = List.copyOf(others);
		addresses = List.copyOf(addresses);
	}

}
