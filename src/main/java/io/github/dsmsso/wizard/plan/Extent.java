package io.github.dsmsso.wizard.plan;

import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.judgement.Aspect;

/**
 * How much a plan may change of a connection that is there: all of it, or what one
 * finding is about. Whatever lies outside stays as it is.
 *
 * @param aspects what may be changed; empty for everything
 * @param replacesSecret whether the client gets another secret, right or wrong
 */
public record Extent(Set<Aspect> aspects, boolean replacesSecret) {

	/** All of it. */
	public static final Extent EVERYTHING = new Extent(Set.of(), false);

	/** Another client secret on both sides, and nothing else. */
	public static final Extent NEW_SECRET = new Extent(Set.of(Aspect.CLIENT_SECRET), true);

	public Extent {
		aspects = Set.copyOf(aspects);
	}

	/** What a finding of this name is about. */
	public static Extent of(Aspect aspect) {
		return new Extent(Set.of(aspect), false);
	}

	/** Whether it is one of those that were asked for by name. */
	boolean names(Aspect aspect) {
		return this.aspects.contains(aspect);
	}

	boolean covers(Aspect... any) {
		return this.aspects.isEmpty() || Stream.of(any).anyMatch(this.aspects::contains);
	}

	OAuth2Provider of(OAuth2Provider before, OAuth2Provider wanted) {
		return new OAuth2Provider(wanted.pk(), wanted.name(),
				covers(Aspect.AUTHORIZATION_FLOW) ? wanted.authorizationFlow() : before.authorizationFlow(),
				wanted.invalidationFlow(), covers(Aspect.CLIENT_TYPE) ? wanted.confidential() : before.confidential(),
				covers(Aspect.GRANT_TYPE) ? wanted.grantTypes() : before.grantTypes(),
				coversCredentials() ? wanted.credentials() : before.credentials(),
				covers(Aspect.REDIRECT) ? wanted.redirectUris() : before.redirectUris(),
				coversSigningKey() ? wanted.signingKey() : before.signingKey(),
				covers(Aspect.ENCRYPTION) ? wanted.encryptionKey() : before.encryptionKey(), wanted.subjectMode(),
				covers(Aspect.SCOPES, Aspect.USER_CLAIM) ? wanted.propertyMappings() : before.propertyMappings(),
				covers(Aspect.ID_TOKEN_CLAIMS) ? wanted.includeClaimsInIdToken() : before.includeClaimsInIdToken(),
				wanted.perProviderIssuer(), wanted.applicationSlug());
	}

	Application of(Application before, Application wanted) {
		return covers(Aspect.APPLICATION) ? wanted : wanted.withProvider(before.provider());
	}

	OidcSso of(OidcSso before, OidcSso wanted) {
		return new OidcSso(wanted.name(), covers(Aspect.WELL_KNOWN) ? wanted.wellKnown() : before.wellKnown(),
				coversCredentials() ? wanted.clientId() : before.clientId(),
				coversCredentials() ? wanted.clientSecret() : before.clientSecret(),
				covers(Aspect.DSM_REDIRECT) ? wanted.redirectUri() : before.redirectUri(),
				covers(Aspect.DSM_SCOPE, Aspect.USER_CLAIM) ? wanted.scope() : before.scope(),
				covers(Aspect.USER_CLAIM) ? wanted.userClaim() : before.userClaim(),
				covers(Aspect.ENDPOINTS) ? wanted.authorizationEndpoint() : before.authorizationEndpoint(),
				covers(Aspect.ENDPOINTS) ? wanted.tokenEndpoint() : before.tokenEndpoint(),
				covers(Aspect.ACCOUNT_TYPE) ? wanted.allowLocalUser() : before.allowLocalUser());
	}

	SsoProfile of(SsoProfile before, SsoProfile wanted) {
		return covers(Aspect.SERVICE) ? wanted : before;
	}

	boolean coversSigningKey() {
		return covers(Aspect.SIGNATURE);
	}

	/**
	 * A client ID and its secret belong together, on both sides; a client that becomes
	 * confidential may be given a secret.
	 */
	private boolean coversCredentials() {
		return covers(Aspect.CLIENT_ID, Aspect.CLIENT_SECRET, Aspect.CLIENT_TYPE);
	}

}
