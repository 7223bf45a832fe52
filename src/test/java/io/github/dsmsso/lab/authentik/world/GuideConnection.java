package io.github.dsmsso.lab.authentik.world;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.ApplicationFields;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.ProviderFields;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Tables;
import org.jspecify.annotations.Nullable;

/** A provider and its application as authentik's guide for DSM describes them. */
final class GuideConnection {

	private final Instance instance;

	private final Tables tables;

	GuideConnection(Instance instance, Tables tables) {
		this.instance = instance;
		this.tables = tables;
	}

	/** Both come, and have that name. */
	void comes(String name, String clientId, String clientSecret, String redirectUri) {
		Map<String, @Nullable Object> provider = AuthentikJson.object("pk", this.instance.nextNumber());
		provider.putAll(new ProviderFields(this.instance, this.tables).fields()
			.ofNew(provider(name, clientId, clientSecret, redirectUri)));
		this.tables.providers().add(new Row(provider));
		Map<String, @Nullable Object> application = AuthentikJson.object("pk", this.instance.randomness().uuid());
		application.putAll(ApplicationFields.of(this.instance, this.tables)
			.ofNew(AuthentikJson.object("name", name, "slug", name, "provider", provider.get("pk"))));
		this.tables.applications().add(new Row(application));
	}

	private Map<String, @Nullable Object> provider(String name, String clientId, String clientSecret,
			String redirectUri) {
		boolean asList = this.instance.has(Behaviour.REDIRECT_URIS_AS_LIST);
		return AuthentikJson.object("name", name, "client_id", clientId, "client_secret", clientSecret,
				"authorization_flow", flow("default-provider-authorization-implicit-consent"), "invalidation_flow",
				this.instance.has(Behaviour.INVALIDATION_FLOW) ? flow("default-provider-invalidation-flow") : null,
				"redirect_uris", asList ? List.of(Map.of("matching_mode", "strict", "url", redirectUri)) : redirectUri,
				"property_mappings", List.of(mapping("openid"), mapping("email"), mapping("profile")), "signing_key",
				this.tables.keys().one("name", "authentik Self-signed Certificate").pk(), "grant_types",
				List.of(GrantTypes.CODE));
	}

	private Object flow(String slug) {
		return this.tables.flows().one("slug", slug).pk();
	}

	private Object mapping(String scope) {
		return this.tables.scopeMappings().one("scope_name", scope).pk();
	}

}
