package io.github.dsmsso.lab.authentik.signin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** The discovery document and the public keys of an application. */
final class DiscoveryEndpoint {

	private final AuthentikWorld world;

	private final Map<Object, List<String>> firstSaid = new HashMap<>();

	DiscoveryEndpoint(AuthentikWorld world) {
		this.world = world;
	}

	LabResponse document(Row application, LabRequest request) {
		Row provider = providerOf(application);
		return CrossOrigin.headed(request,
				AuthentikJson.indented(200, content(application, provider, Origin.of(this.world, request))),
				new ProviderRedirects(this.world.version()).stored(provider));
	}

	LabResponse keys(Row application) {
		Signer signer = new Signer(this.world, providerOf(application));
		return AuthentikJson.response(200, signer.publicKeys()).with("Access-Control-Allow-Origin", "*");
	}

	private Row providerOf(Row application) {
		return this.world.tables()
			.providers()
			.byPk(application.get("provider"))
			.filter((provider) -> provider.get("protocol") == null)
			.orElseThrow(() -> RefusedRequest.answering(Pages.notFound()));
	}

	private Map<String, @Nullable Object> content(Row application, Row provider, Origin origin) {
		String slug = application.text("slug");
		Map<String, @Nullable Object> document = AuthentikJson.object("issuer", origin.issuer(provider, slug),
				"authorization_endpoint", origin.url("application/o/authorize/"), "token_endpoint",
				origin.url("application/o/token/"), "userinfo_endpoint", origin.url("application/o/userinfo/"),
				"end_session_endpoint", origin.url("application/o/" + slug + "/end-session/"), "introspection_endpoint",
				origin.url("application/o/introspect/"), "revocation_endpoint", origin.url("application/o/revoke/"),
				"device_authorization_endpoint", origin.url("application/o/device/"));
		logout(document);
		document.putAll(AuthentikJson.object("response_types_supported",
				List.of("code", "id_token", "id_token token", "code token", "code id_token", "code id_token token"),
				"response_modes_supported", List.of("query", "fragment", "form_post"), "jwks_uri",
				origin.url("application/o/" + slug + "/jwks/"), "grant_types_supported",
				List.of(GrantTypes.CODE, GrantTypes.REFRESH, "implicit", GrantTypes.CLIENT_CREDENTIALS,
						GrantTypes.PASSWORD, GrantTypes.DEVICE),
				"id_token_signing_alg_values_supported", List.of(new Signer(this.world, provider).algorithm())));
		if (provider.get("encryption_key") != null) {
			document.put("id_token_encryption_alg_values_supported", List.of("RSA-OAEP-256"));
			document.put("id_token_encryption_enc_values_supported", List.of("A256CBC-HS512"));
		}
		document.putAll(AuthentikJson.object("subject_types_supported", List.of("public"),
				"token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"),
				"acr_values_supported", List.of(Claims.ACR), "scopes_supported", scopes(provider),
				"request_parameter_supported", false, "claims_supported", claims(provider),
				"claims_parameter_supported", false, "code_challenge_methods_supported", List.of("plain", "S256")));
		if (differs(AuthentikAssumption.DISCOVERY_SAYS_NO_MORE)) {
			document.put("registration_endpoint", origin.url("application/o/" + slug + "/register/"));
			document.put("dpop_signing_alg_values_supported", List.of("RS256", "ES256"));
		}
		return document;
	}

	private List<String> claims(Row provider) {
		List<String> fresh = new Claims(this.world).promised(provider);
		return differs(AuthentikAssumption.DISCOVERY_IS_NEVER_STALE)
				? this.firstSaid.computeIfAbsent(provider.pk(), (pk) -> fresh) : fresh;
	}

	/** Whether a release from 2026.8 on is to be read the other way. */
	private boolean differs(AuthentikAssumption assumption) {
		return this.world.version().has(Behaviour.TRUSTED_PROXIES) && !this.world.assumes(assumption);
	}

	private void logout(Map<String, @Nullable Object> document) {
		if (this.world.version().has(Behaviour.BACKCHANNEL_LOGOUT)) {
			document.put("backchannel_logout_supported", true);
			document.put("backchannel_logout_session_supported", true);
		}
		if (this.world.version().has(Behaviour.FRONTCHANNEL_LOGOUT)) {
			document.put("frontchannel_logout_supported", true);
			document.put("frontchannel_logout_session_supported", true);
		}
	}

	private List<String> scopes(Row provider) {
		List<String> scopes = new ArrayList<>(new Claims(this.world).mappings(provider)
			.stream()
			.map((mapping) -> mapping.text("scope_name"))
			.toList());
		if (!scopes.contains("openid")) {
			scopes.add("openid");
		}
		return scopes;
	}

}
