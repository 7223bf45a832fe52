package io.github.dsmsso.lab.authentik.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Access;
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

	private final AuthentikWorld world;

	private final Grants grants;

	private final DeviceCodes devices;

	private final ProviderRedirects redirectUris;

	TokenEndpoint(AuthentikWorld world, Grants grants, DeviceCodes devices) {
		this.world = world;
		this.grants = grants;
		this.devices = devices;
		this.redirectUris = new ProviderRedirects(world.version());
	}

	LabResponse answer(LabRequest request) {
		ClientAuthentication client = ClientAuthentication.of(request);
		Row provider = client.provider(this.world).orElseThrow(() -> refused("invalid_client"));
		return CrossOrigin.headed(request, answer(provider, client, request), this.redirectUris.stored(provider));
	}

	private LabResponse answer(Row provider, ClientAuthentication client, LabRequest request) {
		try {
			Grants.Grant grant = grant(provider, client, request);
			return OAuthErrors.uncached(AuthentikJson.response(200, this.grants.tokens(grant, request)));
		}
		catch (RefusedRequest ex) {
			return ex.response();
		}
	}

	/**
	 * Where grant types are enforced, an unknown one is just not enabled. Whoever comes
	 * without a user may have another secret than the client's.
	 */
	private Grants.Grant grant(Row provider, ClientAuthentication client, LabRequest request) {
		String grantType = request.parameters().getOrDefault("grant_type", "");
		if (!GrantTypes.allowed(this.world.version(), provider, grantType)) {
			throw refused("invalid_grant");
		}
		return switch (grantType) {
			case GrantTypes.CODE -> byCode(proven(provider, client), request);
			case GrantTypes.REFRESH ->
				this.grants.refresh(request.parameters().getOrDefault("refresh_token", ""), proven(provider, client))
					.orElseThrow(() -> refused("invalid_grant"));
			case GrantTypes.CLIENT_CREDENTIALS, GrantTypes.PASSWORD -> byClient(provider, client, request);
			case GrantTypes.DEVICE ->
				throw this.devices.notConfirmed(this.world.version().has(Behaviour.DEVICES_PROVE_THEIR_CLIENT)
						? proven(provider, client) : provider, request);
			default -> throw refused("unsupported_grant_type");
		};
	}

	private Row proven(Row provider, ClientAuthentication client) {
		if (!client.prove(provider)) {
			throw refused("invalid_client");
		}
		return provider;
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

	/**
	 * Makes a user for the client: authentik signs in somebody in every case. A user's
	 * own name with an app password, and tokens of others, are not played: they are
	 * refused ({@code __post_init_client_credentials} of
	 * {@code authentik/providers/oauth2/views/token.py}).
	 */
	private Grants.Grant byClient(Row provider, ClientAuthentication client, LabRequest request) {
		Map<String, String> form = request.parameters();
		Row application = this.world.tables()
			.applicationOf(provider)
			.filter((found) -> client.hasSecretOf(provider) && form.getOrDefault("username", "").isEmpty()
					&& form.getOrDefault("client_assertion_type", "").isEmpty())
			.orElseThrow(() -> refused("invalid_grant"));
		Row user = userOf(provider);
		if (!new Access(this.world).granted(user, application)) {
			throw refused("invalid_grant");
		}
		this.world.events()
			.write("login", "authentik.providers.oauth2.views.token", user,
					AuthentikJson.object("auth_method", "oauth_client_secret", "auth_method_args", Map.of()), request);
		List<String> asked = List.of(form.getOrDefault("scope", "").split(" "));
		List<String> scopes = new Claims(this.world).mappings(provider)
			.stream()
			.map((mapping) -> mapping.text("scope_name"))
			.filter(asked::contains)
			.toList();
		return new Grants.Grant(provider, user, scopes, null, null, null, this.world.now(), null, this.world.now());
	}

	private Row userOf(Row provider) {
		String username = "ak-" + provider.text("name") + "-client_credentials";
		if (this.world.people().users().find("username", username).isEmpty()) {
			this.world.people().userComes(username, username, "", null);
			this.world.people().user(username).set("type", "service_account");
		}
		return this.world.people().user(username);
	}

	private RefusedRequest refused(String error) {
		return new OAuthErrors(this.world).refusal(400, error);
	}

}
