package io.github.dsmsso.lab.authentik.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.GrantTypes;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.EventLog;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /application/o/token/}: errors are 400, even for a wrong secret. */
final class TokenEndpoint {

	private static final List<String> FROM_2024_ON = List.of(GrantTypes.CODE, GrantTypes.REFRESH,
			GrantTypes.CLIENT_CREDENTIALS, GrantTypes.PASSWORD);

	private final AuthentikWorld world;

	private final Grants grants;

	private final ProviderRedirects redirectUris;

	TokenEndpoint(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.grants = grants;
		this.redirectUris = new ProviderRedirects(world.version());
	}

	LabResponse answer(LabRequest request) {
		ClientAuthentication client = ClientAuthentication.of(request);
		Row provider = client.provider(this.world).orElseThrow(() -> refused("invalid_client"));
		String grantType = request.parameters().getOrDefault("grant_type", "");
		refuseGrantType(provider, grantType);
		if (!client.prove(provider)) {
			throw refused("invalid_client");
		}
		Grants.Grant grant = switch (grantType) {
			case GrantTypes.CODE -> byCode(provider, request);
			case GrantTypes.REFRESH ->
				this.grants.refresh(request.parameters().getOrDefault("refresh_token", ""), provider)
					.orElseThrow(() -> refused("invalid_grant"));
			default -> byClient(provider, request);
		};
		return OAuthErrors.uncached(AuthentikJson.response(200, this.grants.tokens(grant, request)));
	}

	/** Where grant types are enforced, an unknown one is just not enabled. */
	private void refuseGrantType(Row provider, String grantType) {
		if (!GrantTypes.allowed(this.world.version(), provider, grantType)) {
			throw refused("invalid_grant");
		}
		if (!FROM_2024_ON.contains(grantType)) {
			throw refused("unsupported_grant_type");
		}
	}

	private Grants.Grant byCode(Row provider, LabRequest request) {
		Map<String, String> form = request.parameters();
		String code = form.getOrDefault("code", "");
		if (code.isEmpty()) {
			throw refused("invalid_grant");
		}
		refuseRedirectUri(provider, form.getOrDefault("redirect_uri", ""), request);
		Grants.Grant grant = this.grants.redeem(code, provider).orElseThrow(() -> refused("invalid_grant"));
		if (!verified(grant, form.get("code_verifier"))) {
			throw refused("invalid_grant");
		}
		return grant;
	}

	private void refuseRedirectUri(Row provider, String uri, LabRequest request) {
		if (this.redirectUris.allow(provider, uri)) {
			return;
		}
		Map<String, @Nullable Object> context = AuthentikJson.object("message", "Invalid redirect URI used by provider",
				"provider", EventLog.reference(this.world.tables().providers().model(), provider), "redirect_uri", uri,
				"expected", provider.get("redirect_uris"));
		this.world.events()
			.write("configuration_error", "authentik.providers.oauth2.views.token", null, context, request);
		throw refused("invalid_client");
	}

	private static boolean verified(Grants.Grant grant, @Nullable String verifier) {
		String challenge = grant.challenge();
		if (challenge == null || verifier == null) {
			return challenge == null && verifier == null;
		}
		if (!Objects.equals(grant.challengeMethod(), "S256")) {
			return challenge.equals(verifier);
		}
		byte[] digest = KeyMaterial.digest("SHA-256", verifier.getBytes(StandardCharsets.US_ASCII));
		return challenge.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
	}

	/** Makes a user for the client: authentik signs in somebody in every case. */
	private Grants.Grant byClient(Row provider, LabRequest request) {
		String username = "ak-" + provider.text("name") + "-client_credentials";
		if (this.world.people().users().find("username", username).isEmpty()) {
			this.world.people().userComes(username, username, "", null);
			this.world.people().user(username).set("type", "service_account");
		}
		Row user = this.world.people().user(username);
		this.world.events()
			.write("login", "authentik.providers.oauth2.views.token", user,
					AuthentikJson.object("auth_method", "oauth_client_secret", "auth_method_args", Map.of()), request);
		List<String> scopes = new Claims(this.world).mappings(provider)
			.stream()
			.map((mapping) -> mapping.text("scope_name"))
			.toList();
		return new Grants.Grant(provider, user, scopes, null, null, null, this.world.now(),
				this.world.randomness().hex(), this.world.now());
	}

	private RefusedRequest refused(String error) {
		return new OAuthErrors(this.world).refusal(400, error);
	}

}
