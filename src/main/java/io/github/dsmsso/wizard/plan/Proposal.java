package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.NameRules;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import org.jspecify.annotations.Nullable;

/**
 * A desired state to start from, and what else there would be to choose.
 *
 * @param desired the desired state; everything in it can be changed before the plan is
 * made
 * @param taken the provider that is taken up, or null where a new one is made
 * @param application the application that is taken up, or null where a new one is made
 * @param bindings the bindings of that application
 * @param heldClaim the claim that DSM looks at now
 * @param others the other providers that may be this NAS's
 * @param addresses the addresses by which people may open DSM, other than the proposed
 * one
 * @param surroundings what authentik has, with what was learnt of names
 * @param defaultAccess who may use an application that nobody is bound to
 */
public record Proposal(DesiredState desired, @Nullable Candidate taken, @Nullable Application application,
		List<PolicyBinding> bindings, String heldClaim, List<Candidate> others, List<RedirectUri> addresses,
		Surroundings surroundings, DefaultAccess defaultAccess) {

	public Proposal {
		bindings = List.copyOf(bindings);
		others = List.copyOf(others);
		addresses = List.copyOf(addresses);
	}

	/** The same after it was looked how many people meet a DSM account. */
	Proposal with(ClaimFacts claims, OidcSso held) {
		Surroundings known = this.surroundings.with(claims, this.surroundings.directory());
		return new Proposal(Suggestion.withClaim(this.desired, held, claims), this.taken, this.application,
				this.bindings, this.heldClaim, this.others, this.addresses, known, this.defaultAccess);
	}

	/** What decides who will be able to sign in once all is as desired. */
	public PeopleQuestion question(DesiredState wished) {
		return new PeopleQuestion(access().withWished(wished.access()), names(wished),
				Boolean.TRUE.equals(wished.allowLocalUser()));
	}

	private AccessRules access() {
		return (this.application != null)
				? AccessRules.asTheyAre(this.application.slug(), this.bindings, this.application.matchAny())
				: AccessRules.ofNew(this.desired.access());
	}

	/** authentik can be asked about a provider only as it is. */
	private NameRules names(DesiredState wished) {
		OAuth2Provider provider = (this.taken != null) ? this.taken.provider() : null;
		List<ScopeMapping> mappings = new AttachedMappings(this.surroundings).mappingsOf(provider, wished,
				this.heldClaim);
		boolean same = provider != null && provider.subjectMode() == wished.subjectMode()
				&& mappings.stream().allMatch((mapping) -> provider.propertyMappings().contains(mapping.pk()));
		return new NameRules(same ? provider.pk() : null, wished.userClaim(), List.of(wished.scope().split("\\s+")),
				mappings, wished.subjectMode());
	}

}
