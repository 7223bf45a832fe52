package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.scenarios.Difference.Border;
import org.jspecify.annotations.Nullable;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;
import static io.github.dsmsso.lab.authentik.scenarios.Difference.between;

/** The release notes of signing in: discovery, keys, pages, tokens and their errors. */
final class SignInDifferences {

	private SignInDifferences() {
	}

	static Stream<Difference> all() {
		return Stream.of(until2025(), in2025(), in2026()).flatMap((notes) -> notes);
	}

	private static Stream<Difference> until2025() {
		Border february = between("2023.10.7", "2024.2.4");
		Border december = between("2024.10.5", "2024.12.5");
		return Stream.of(
				february.notes(REFRESH_NEEDS_SCOPE, "a refresh token comes with offline_access only",
						(api) -> !tokens(api).has("/refresh_token")),
				december.notes(DIRECT_SIGN_IN_PAGE, "who is not signed in is sent to the flow itself", (api) -> {
					api.connect("nas");
					return api.anonymous().get(api.authorizeTarget("nas")).location().startsWith("/if/flow/");
				}), december.notes(SILENT_AUTHORIZATION, "nobody is shown a page that asks nothing", (api) -> {
					api.connect("nas");
					return api.browserOf("anna")
						.get(api.authorizeTarget("nas"))
						.location()
						.startsWith(ApiScene.REDIRECT_URI);
				}), december.notes(HYBRID_ERRORS_IN_FRAGMENT, "a hybrid flow is refused in the fragment", (api) -> {
					api.connect("nas");
					return api.anonymous()
						.get(api.authorizeTarget("nas", "response_type", "code id_token"))
						.location()
						.startsWith(ApiScene.REDIRECT_URI + "#error=invalid_request");
				}), december.notes(SID, "ID tokens name the session", (api) -> tokens(api).idToken(1).has("sid")),
				december.notes(TOKEN_SCOPES, "token answers name the scopes",
						(api) -> tokens(api).text("/scope").equals("openid email profile")));
	}

	private static Stream<Difference> in2025() {
		Border april = between("2024.12.5", "2025.4.4");
		Border august = between("2025.4.4", "2025.8.6");
		Border october = between("2025.8.6", "2025.10.4");
		return Stream.of(
				april.notes(ALGORITHM_BY_CURVE, "a longer curve signs with ES384 or ES512",
						(api) -> algorithmOf(api, "EC 384").equals("ES384")),
				april.notes(PUBLIC_CLIENTS_REVOKE, "a public client takes a token back without a secret", (api) -> {
					api.connect("nas", api.provider("nas", "client_type", "public"));
					return api.anonymous()
						.submit("/application/o/revoke/",
								Map.of("client_id", ApiScene.CLIENT_ID + "-nas", "token", "made-up"))
						.status() == 200;
				}),
				august.notes(REQUEST_ID, "OAuth errors name the request",
						(api) -> api.token("nobody").has("/request_id")),
				august.notes(BACKCHANNEL_LOGOUT, "discovery tells of back-channel logout",
						(api) -> discovers(api, "backchannel_logout_supported")),
				august.notes(AUTHORIZATION_SERVER_METADATA, "the metadata of RFC 8414 is there", (api) -> {
					api.connect("nas");
					return api.anonymous()
						.get("/.well-known/oauth-authorization-server/application/o/nas/")
						.status() == 200;
				}), october.notes(EMAIL_UNVERIFIED, "the shipped mapping calls no e-mail verified",
						(api) -> tokens(api).idToken(1).at("/email_verified").asString("").equals("false")));
	}

	private static Stream<Difference> in2026() {
		Border february = between("2025.12.6", "2026.2.2");
		Border may = between("2026.2.2", "2026.5.6");
		Border august = between("2026.5.6", "2026.8.3");
		return Stream.of(
				february.notes(JTI, "tokens have an id of their own", (api) -> tokens(api).idToken(1).has("jti")),
				february.notes(LONG_KEY_IDS, "a key is named by its SHA-512",
						(api) -> tokens(api).idToken(0).at("/kid").asString("").length() == 86),
				may.notes(GRANT_TYPES, "authorize refuses a provider without grant types", (api) -> {
					Map<String, @Nullable Object> silent = api.provider("nas");
					silent.remove("grant_types");
					api.connect("nas", silent);
					return api.anonymous().get(api.authorizeTarget("nas")).location().contains("error=invalid_request");
				}), may.notes(GRANT_TYPES, "an unknown grant type is an invalid grant", (api) -> {
					api.connect("nas");
					return api.token("nas", "grant_type", "telepathy").text("/error").equals("invalid_grant");
				}), may.notes(REDIRECT_URI_TYPES, "people are sent on after leaving", SignInDifferences::sendsOn),
				may.notes(FRONTCHANNEL_LOGOUT, "discovery tells of front-channel logout",
						(api) -> discovers(api, "frontchannel_logout_supported")),
				may.notes(DEVICE_ERRORS_IN_JSON, "a device without a client is told why",
						(api) -> api.anonymous()
							.submit("/application/o/device/", Map.of("scope", "openid"))
							.text()
							.contains("invalid_client")),
				august.notes(DEVICES_PROVE_THEIR_CLIENT, "a device needs the client's secret", (api) -> {
					String device = "urn:ietf:params:oauth:grant-type:device_code";
					api.connect("nas", api.provider("nas", "grant_types", List.of(device)));
					return api.token("nas", "grant_type", device, "client_secret", "wrong", "device_code", "x")
						.text("/error")
						.equals("invalid_client");
				}),
				august.notes(ED448_SIGNING, "an Ed448 key signs", (api) -> algorithmOf(api, "Ed448").equals("EdDSA")),
				august.notes(TRUSTED_PROXIES, "a proxy that is not trusted is not believed", (api) -> {
					api.connect("nas");
					api.world().standsBehindAnUntrustedProxy();
					return api.discovery("nas").text("/issuer").startsWith("http://");
				}));
	}

	private static PlainClient.Answer tokens(ApiScene api) {
		api.connect("nas");
		return api.tokens("nas", "anna");
	}

	private static boolean discovers(ApiScene api, String member) {
		api.connect("nas");
		return api.discovery("nas").json().at("/" + member).asBoolean(false);
	}

	private static String algorithmOf(ApiScene api, String key) {
		api.world().keyRing().hasAnEcKey("EC 384", 384).hasAnEd448Key("Ed448");
		api.connect("nas", api.provider("nas", "signing_key", api.world().tables().keys().one("name", key).pk()));
		PlainClient.Answer discovery = api.discovery("nas");
		return (discovery.status() == 200) ? discovery.text("/id_token_signing_alg_values_supported/0") : "";
	}

	private static boolean sendsOn(ApiScene api) {
		Object redirectUris = api.has(REDIRECT_URIS_AS_LIST) ? List
			.of(Map.of("matching_mode", "strict", "url", "https://nas.example.org/bye", "redirect_uri_type", "logout"))
				: "https://nas.example.org/bye";
		api.connect("nas", api.provider("nas", "redirect_uris", redirectUris));
		PlainClient browser = api.browserOf("anna");
		String page = browser
			.get("/application/o/nas/end-session/?post_logout_redirect_uri=https://nas.example.org/bye")
			.location();
		return browser.get(page).location().equals("https://nas.example.org/bye");
	}

}
