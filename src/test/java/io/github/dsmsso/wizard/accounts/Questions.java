package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.OidcSso;

/** Questions about people, as tests ask them. */
public final class Questions {

	private static final List<String> SCOPES = List.of("openid", "profile", "email");

	private Questions() {
	}

	/**
	 * About a connection that does not exist yet, with the mappings that authentik ships.
	 */
	public static PeopleQuestion ofNew(AccessRestriction access, boolean localAllowed) {
		List<ScopeMapping> shipped = Stream.of("openid", "profile", "email")
			.map((scope) -> new ScopeMapping("m-" + scope, scope, scope,
					"goauthentik.io/providers/oauth2/scope-" + scope))
			.toList();
		return new PeopleQuestion(AccessRules.ofNew(access),
				new NameRules(null, "preferred_username", SCOPES, shipped, SubjectMode.HASHED_USER_ID), localAllowed);
	}

	/** About a connection as it is. */
	public static PeopleQuestion asItIs(Connection connection, String slug) {
		AuthentikClient authentik = connection.authentik();
		Application application = authentik.applications().get(slug).orElseThrow();
		OidcSso oidc = connection.dsm().oidcSso();
		OAuth2Provider provider = authentik.providers().get(application.provider()).orElseThrow();
		List<ScopeMapping> attached = authentik.scopeMappings()
			.list()
			.stream()
			.filter((mapping) -> provider.propertyMappings().contains(mapping.pk()))
			.toList();
		return new PeopleQuestion(
				AccessRules.asTheyAre(slug, authentik.bindings().list(application.pk()), application.matchAny()),
				new NameRules(provider.pk(), oidc.userClaim(), List.of(oidc.scope().split(" ")), attached,
						provider.subjectMode()),
				Boolean.TRUE.equals(oidc.allowLocalUser()));
	}

}
