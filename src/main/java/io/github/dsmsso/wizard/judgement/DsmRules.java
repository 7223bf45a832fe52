package io.github.dsmsso.wizard.judgement;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.oidc.ClientCredentials;

/**
 * What has to stand in DSM's three SSO objects, given the provider in authentik.
 */
public final class DsmRules {

	/** The claim in which authentik sends the user name. */
	public static final String USERNAME_CLAIM = "preferred_username";

	/** The claim in which authentik sends the e-mail. */
	public static final String EMAIL_CLAIM = "email";

	/** The scope in which authentik sends the user name. */
	public static final String PROFILE = "profile";

	/** What a new connection asks for. */
	public static final String SCOPE = "openid profile email";

	private DsmRules() {
	}

	/** The OpenID Connect service is on: saving its settings alone does not do that. */
	public static Judgement service(SsoProfile profile) {
		if (profile.isOidcEnabled()) {
			return Judgement.right(Aspect.SERVICE, "on");
		}
		return profile.enabled() ? Judgement.wrong(Aspect.SERVICE, "other-profile", profile.profile())
				: Judgement.wrong(Aspect.SERVICE, "off");
	}

	/** DSM reads about authentik at the address of this application. */
	public static Judgement wellKnown(OidcSso held, ApplicationAddresses wanted) {
		return compared(Aspect.WELL_KNOWN, held.wellKnown(), wanted.wellKnown().toString());
	}

	/**
	 * DSM knows authentik's two endpoints. Set over the API, it does not derive them from
	 * the well-known URL, and then says that SSO is not properly configured.
	 */
	public static Judgement endpoints(OidcSso held, URI authorization, URI token) {
		Judgement one = compared(Aspect.ENDPOINTS, held.authorizationEndpoint(), authorization.toString());
		Judgement other = compared(Aspect.ENDPOINTS, held.tokenEndpoint(), token.toString());
		return (one.verdict().compareTo(other.verdict()) >= 0) ? one : other;
	}

	private static Judgement compared(Aspect aspect, String held, String wanted) {
		if (held.isEmpty()) {
			return Judgement.wrong(aspect, "empty", wanted);
		}
		return SameAddress.of(held, wanted) ? Judgement.right(aspect, "equal", wanted)
				: Judgement.wrong(aspect, "differs", held, wanted);
	}

	/**
	 * What DSM holds, where it leads to the wanted place as well; else what is wanted.
	 */
	public static String kept(String held, String wanted) {
		return SameAddress.of(held, wanted) ? held : wanted;
	}

	/** DSM names the client that the provider is. */
	public static Judgement clientId(OidcSso held, ClientCredentials provider) {
		if (held.clientId().isEmpty()) {
			return Judgement.wrong(Aspect.CLIENT_ID, "empty", provider.clientId());
		}
		return held.clientId().equals(provider.clientId())
				? Judgement.right(Aspect.CLIENT_ID, "equal", provider.clientId())
				: Judgement.wrong(Aspect.CLIENT_ID, "differs", held.clientId(), provider.clientId());
	}

	/**
	 * DSM holds the provider's secret, and one that it can send. Other characters than
	 * letters and digits have broken DSM's token request (authelia issue 7428); of a
	 * public client the secret was never looked at, so it proves nothing that people get
	 * in.
	 * @param mayBeHidden whether a secret that is not shown may be there all the same; a
	 * client with an empty secret cannot identify itself
	 */
	public static Judgement clientSecret(OidcSso held, OAuth2Provider provider, boolean mayBeHidden) {
		ClientCredentials credentials = provider.credentials();
		if (held.clientSecret().isEmpty()) {
			return Judgement.wrong(Aspect.CLIENT_SECRET, "empty");
		}
		if (credentials.clientSecret().isEmpty() && !mayBeHidden) {
			return Judgement.wrong(Aspect.CLIENT_SECRET, "none-at-authentik");
		}
		if (held.hidesSecret() || !credentials.showsSecret()) {
			return Judgement.unknown(Aspect.CLIENT_SECRET, "hidden");
		}
		if (!held.clientSecret().equals(credentials.clientSecret())) {
			return Judgement.wrong(Aspect.CLIENT_SECRET, "refused");
		}
		if (credentials.hasPlainSecret()) {
			return Judgement.right(Aspect.CLIENT_SECRET, "equal");
		}
		return provider.confidential() ? Judgement.doubtful(Aspect.CLIENT_SECRET, "special-characters")
				: Judgement.wrong(Aspect.CLIENT_SECRET, "special-characters");
	}

	/**
	 * DSM asks for what carries the account name. It does not need the e-mail to find an
	 * account, and further scopes do no harm.
	 */
	public static Judgement scope(OidcSso held, ClaimFacts facts) {
		List<String> asked = asked(held.scope());
		List<String> missing = without(needed(held.userClaim(), asked, facts), asked);
		return missing.isEmpty() ? Judgement.right(Aspect.DSM_SCOPE, "complete")
				: Judgement.wrong(Aspect.DSM_SCOPE, "missing", String.join(" ", missing));
	}

	/** The scopes that DSM asks for, with those that a claim needs. */
	public static String scopeFor(String held, String claim, ClaimFacts facts) {
		List<String> asked = asked(held);
		List<String> missing = without(needed(claim, asked, facts), asked);
		if (asked.isEmpty()) {
			return SCOPE;
		}
		return missing.isEmpty() ? held : String.join(" ", Stream.concat(asked.stream(), missing.stream()).toList());
	}

	/**
	 * The provider answers the scopes that carry the account name. One that DSM asks for
	 * without needing it is dropped by authentik without a word.
	 */
	public static Judgement scopes(OidcSso held, ClaimFacts facts, SentClaims sent) {
		List<String> missing = unanswered(held.scope(), held.userClaim(), facts, sent);
		if (!missing.isEmpty()) {
			return Judgement.wrong(Aspect.SCOPES, "missing", String.join(", ", missing));
		}
		return Judgement.right(Aspect.SCOPES, "attached", String.join(", ", sent.scopes()));
	}

	/**
	 * The scopes for which the provider needs another mapping: those that a claim needs
	 * and nobody answers, and the one that somebody's own mapping answers without it.
	 */
	public static List<String> missingMappings(String scope, String claim, ClaimFacts facts, SentClaims sent) {
		List<String> unanswered = unanswered(scope, claim, facts, sent);
		List<String> asked = Stream.concat(asked(scope).stream(), SentClaims.shippedScopeOf(claim).stream()).toList();
		boolean notSent = !facts.isMetBySomebody() && sent.isSent(claim, asked).filter((isSent) -> !isSent).isPresent();
		Stream<String> again = notSent ? SentClaims.shippedScopeOf(claim).stream() : Stream.empty();
		return Stream.concat(unanswered.stream(), again).distinct().toList();
	}

	/** The scopes that a claim needs and the provider has no mapping for. */
	private static List<String> unanswered(String scope, String claim, ClaimFacts facts, SentClaims sent) {
		return without(needed(claim, asked(scope), facts), sent.scopes());
	}

	private static List<String> needed(String claim, List<String> asked, ClaimFacts facts) {
		String sought = claim.isEmpty() ? USERNAME_CLAIM : claim;
		Optional<String> carrying = (facts.sent() != null) ? facts.sent().scopeFor(sought, asked)
				: SentClaims.shippedScopeOf(sought);
		boolean isMissing = !facts.isMetBySomebody() || facts.sent() == null;
		return Stream.concat(Stream.of(SentClaims.OPENID), carrying.filter((scope) -> isMissing).stream()).toList();
	}

	/**
	 * DSM looks for the account name in a claim that is sent and names DSM accounts. A
	 * claim of somebody's own choice is as good as the user name where people get in by
	 * it.
	 */
	public static Judgement userClaim(OidcSso held, ClaimFacts facts) {
		String claim = held.userClaim();
		if (claim.isEmpty()) {
			return Judgement.wrong(Aspect.USER_CLAIM, "empty");
		}
		if (facts.isMetBySomebody()) {
			return Judgement.right(Aspect.USER_CLAIM, isUsername(claim) ? "sent" : "own-claim", claim);
		}
		if (facts.sent() == null) {
			return Judgement.unknown(Aspect.USER_CLAIM, "not-looked", claim);
		}
		return judge(held, claim, facts, facts.sent());
	}

	private static Judgement judge(OidcSso held, String claim, ClaimFacts facts, SentClaims sent) {
		List<String> asked = asked(held.scope());
		Optional<String> carrying = sent.scopeFor(claim, asked);
		if (carrying.filter((scope) -> !sent.scopes().contains(scope)).isPresent()) {
			return Judgement.unknown(Aspect.USER_CLAIM, "scope-missing", claim);
		}
		return sent.isSent(claim, Stream.concat(asked.stream(), carrying.stream()).toList())
			.map((isSent) -> isSent ? ofSent(claim, facts) : notSent(claim, sent))
			.orElseGet(() -> Judgement.unknown(Aspect.USER_CLAIM, "not-looked", claim));
	}

	private static Judgement ofSent(String claim, ClaimFacts facts) {
		if (isUsername(claim)) {
			return Judgement.right(Aspect.USER_CLAIM, "sent", claim);
		}
		return facts.wouldBeMetByUsername() ? Judgement.wrong(Aspect.USER_CLAIM, "names-nobody", claim)
				: Judgement.doubtful(Aspect.USER_CLAIM, "other-claim", claim);
	}

	private static Judgement notSent(String claim, SentClaims sent) {
		Optional<String> own = SentClaims.shippedScopeOf(claim).flatMap(sent::ownMappingFor);
		return own.map((mapping) -> Judgement.wrong(Aspect.USER_CLAIM, "not-sent-by-mapping", claim, mapping))
			.orElseGet(() -> Judgement.wrong(Aspect.USER_CLAIM, "not-sent", claim));
	}

	/** Whether a claim of authentik's own mappings holds the user name. */
	public static boolean isUsername(String claim) {
		return claim.equals(USERNAME_CLAIM) || claim.equals("nickname");
	}

	/**
	 * There are accounts that may sign in at all: local ones only where DSM is told so.
	 */
	public static Judgement accountType(OidcSso held, Directory directory) {
		if (Boolean.TRUE.equals(held.allowLocalUser())) {
			return Judgement.right(Aspect.ACCOUNT_TYPE, "local-too");
		}
		return switch (directory) {
			case DOMAIN, LDAP -> Judgement.right(Aspect.ACCOUNT_TYPE, "directory-only");
			case UNKNOWN -> Judgement.unknown(Aspect.ACCOUNT_TYPE, "directory-unknown");
			case NONE -> Judgement.wrong(Aspect.ACCOUNT_TYPE, held.knowsLocalUsers() ? "nobody" : "old-dsm");
		};
	}

	/** The scopes that are asked for, one by one, by the text that DSM keeps. */
	public static List<String> asked(String scope) {
		return Stream.of(scope.strip().split("\\s+")).filter((name) -> !name.isEmpty()).toList();
	}

	private static List<String> without(List<String> scopes, List<String> present) {
		return scopes.stream().filter((scope) -> !present.contains(scope)).toList();
	}

}
