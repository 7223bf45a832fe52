package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** What the API says of a provider of any protocol beside its settings. */
final class ProviderWords {

	private ProviderWords() {
	}

	static Map<String, @Nullable Object> of(AuthentikWorld world, Row provider) {
		boolean saml = provider.get("protocol") != null;
		Optional<Row> application = world.tables().applicationOf(provider);
		Map<String, @Nullable Object> words = AuthentikJson.object("component",
				saml ? "ak-provider-saml-form" : "ak-provider-oauth2-form", "assigned_application_slug",
				application.map((row) -> row.text("slug")).orElse(null), "assigned_application_name",
				application.map((row) -> row.text("name")).orElse(null), "assigned_backchannel_application_slug", null,
				"assigned_backchannel_application_name", null, "verbose_name",
				saml ? "SAML Provider" : "OAuth2/OpenID Provider", "verbose_name_plural",
				saml ? "SAML Providers" : "OAuth2/OpenID Providers", "meta_model_name",
				saml ? "authentik_providers_saml.samlprovider" : "authentik_providers_oauth2.oauth2provider");
		if (!world.version().has(Behaviour.NULL_BACKCHANNEL_NAMES)) {
			words.keySet().removeIf((name) -> name.startsWith("assigned_backchannel_"));
		}
		return words;
	}

	/** A provider as lists of all protocols and applications show it. */
	static Map<String, @Nullable Object> shortly(AuthentikWorld world, Row provider) {
		Map<String, @Nullable Object> shown = AuthentikJson.object("pk", provider.pk(), "name", provider.text("name"),
				"authentication_flow", provider.get("authentication_flow"), "authorization_flow",
				provider.get("authorization_flow"));
		if (world.version().has(Behaviour.INVALIDATION_FLOW)) {
			shown.put("invalidation_flow", provider.get("invalidation_flow"));
		}
		shown.put("property_mappings", provider.list("property_mappings"));
		shown.putAll(of(world, provider));
		return shown;
	}

}
