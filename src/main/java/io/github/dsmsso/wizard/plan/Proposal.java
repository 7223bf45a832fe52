package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.NameRules;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.judgement.SentClaims;
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
 * @param inventory what authentik has, with what was learnt of names
 * @param defaultAccess who may use an application that nobody is bound to
 * @param gate what keeps DSM from the OpenID configuration, or null
 */
public record Proposal(DesiredState desired, @Nullable Candidate taken, @Nullable Application application,
		List<PolicyBinding> bindings, String heldClaim, List<Candidate> others, List<RedirectUri> addresses,
		AuthentikInventory inventory, DefaultAccess defaultAccess, @Nullable Gate gate) {

	/** Claims about the token, and ones that repeat others or name no account. */
	private static final Set<String> USUAL_CLAIMS = Set.of("iss", "sub", "aud", "acr", "azp", "jti", "sid", "uid",
			"nonce", "name", "given_name", "nickname", "email", "preferred_username");

	public Proposal {
		bindings = List.copyOf(bindings);
		others = List.copyOf(others);
		addresses = List.copyOf(addresses);
	}

	/** The same after it was looked how many people meet a DSM account. */
	Proposal with(ClaimFacts claims, OidcSso held) {
		AuthentikInventory known = this.inventory.with(claims, this.inventory.directory());
		return new Proposal(Suggestion.withClaim(this.desired, held, claims), this.taken, this.application,
				this.bindings, this.heldClaim, this.others, this.addresses, known, this.defaultAccess, this.gate);
	}

	/**
	 * The claims in which DSM could look for the account name: the one that is proposed,
	 * the user name, the e-mail, and what mappings of somebody's own send.
	 */
	public List<String> claims() {
		SentClaims sent = this.inventory.claims().sent();
		Stream<String> own = (sent == null || sent.previewed() == null) ? Stream.empty()
				: sent.previewed().stream().filter((claim) -> !USUAL_CLAIMS.contains(claim)).sorted();
		return Stream.concat(Stream.of(this.desired.userClaim(), DsmRules.USERNAME_CLAIM, DsmRules.EMAIL_CLAIM), own)
			.distinct()
			.toList();
	}

	/** Whether names are bridged already. */
	public boolean isBridged() {
		return this.inventory.bridgeOf(provider()).isPresent();
	}

	/** Whether names can be bridged; not where a mapping of somebody's own sends them. */
	public boolean canBridge() {
		DesiredState bridged = this.desired.withBridge(new NameBridge(NameBridge.ATTRIBUTE, Map.of()));
		return this.inventory.bridgeFor(bridged, provider(), null).isPresent()
				&& BridgePlanner.ownMapping(provider(), this.inventory).isEmpty();
	}

	/** Whether both the provider and the application are made. */
	public boolean makesBoth() {
		return this.taken == null && this.application == null;
	}

	/** Whether a choice makes both objects, by the names that were proposed for them. */
	boolean hasNewNames(DesiredState chosen) {
		return makesBoth() && chosen.providerName().equals(this.desired.providerName())
				&& chosen.applicationSlug().equals(this.desired.applicationSlug());
	}

	/**
	 * The same choice with DSM looking for the account name elsewhere.
	 * @param bridge how names that differ are bridged, or null
	 */
	public DesiredState withName(DesiredState chosen, String claim, @Nullable NameBridge bridge) {
		String scope = claim.equals(chosen.userClaim()) ? chosen.scope()
				: DsmRules.scopeFor(chosen.scope(), claim, ClaimFacts.of(this.inventory.claims().sent()));
		return chosen.withUserClaim(claim, scope).withBridge(bridge);
	}

	/** What is known of the names that are sent by a choice. */
	ClaimFacts claims(DesiredState chosen) {
		ClaimFacts known = this.inventory.claims();
		boolean asCounted = chosen.userClaim().equals(this.desired.userClaim());
		return asCounted ? known : ClaimFacts.of(known.sent());
	}

	private @Nullable OAuth2Provider provider() {
		return (this.taken != null) ? this.taken.provider() : null;
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

	/**
	 * authentik can be asked about a provider only as it is. What it sends as the subject
	 * does not depend on the mappings.
	 */
	private NameRules names(DesiredState wished) {
		OAuth2Provider provider = provider();
		List<ScopeMapping> mappings = new AttachedMappings(this.inventory,
				this.inventory.bridgeFor(wished, provider, null))
			.mappingsOf(provider, wished, this.heldClaim);
		Integer asked = (provider != null && sendsTheSame(provider, wished, mappings)) ? provider.pk() : null;
		return new NameRules(asked, wished.userClaim(), List.of(wished.scope().split("\\s+")), mappings,
				wished.subjectMode(), (wished.bridge() != null) ? wished.bridge().names() : Map.of());
	}

	private static boolean sendsTheSame(OAuth2Provider provider, DesiredState wished, List<ScopeMapping> mappings) {
		return provider.subjectMode() == wished.subjectMode() && (wished.userClaim().equals("sub")
				|| mappings.stream().allMatch((mapping) -> provider.propertyMappings().contains(mapping.pk())));
	}

}
