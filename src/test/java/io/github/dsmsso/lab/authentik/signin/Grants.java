package io.github.dsmsso.lab.authentik.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** The codes and tokens that clients hold. */
public final class Grants {

	/**
	 * A permission that a client can turn into tokens.
	 *
	 * @param signedIn when the user signed in
	 * @param sessionId the session of the browser, or null where a client came by itself
	 */
	record Grant(Row provider, Row user, List<String> scopes, @Nullable String nonce, @Nullable String challenge,
			@Nullable String challengeMethod, Instant signedIn, @Nullable String sessionId, Instant expires) {
	}

	private final AuthentikWorld world;

	private final Map<String, Grant> codes = new HashMap<>();

	private final Map<String, Grant> refreshTokens = new HashMap<>();

	public Grants(AuthentikWorld world) {
		this.world = world;
	}

	/** A code for one use, good for {@code access_code_validity}. */
	String code(AuthorizeRequest wanted, BrowserSessions.Session session) {
		String code = this.world.randomness().hex();
		Grant grant = grant(wanted, session);
		this.codes.put(code, grant);
		remember(this.world.tables().codes(), grant, code, grant.expires(), null);
		return code;
	}

	private Grant grant(AuthorizeRequest wanted, BrowserSessions.Session session) {
		Instant expires = this.world.now().plus(TimeFormats.duration(wanted.provider().text("access_code_validity")));
		return new Grant(wanted.provider(), session.user(), wanted.scopes(), wanted.parameter("nonce"),
				wanted.parameter("code_challenge"), wanted.parameter("code_challenge_method"), session.since(),
				session.id(), expires);
	}

	/**
	 * What a client gets without the token endpoint ({@code create_implicit_response}).
	 * Older releases have an access token for {@code id_token} alone, too; which was the
	 * last is not known.
	 * @param code the code that comes with it, or null
	 */
	Map<String, String> withoutTokenEndpoint(AuthorizeRequest wanted, BrowserSessions.Session session,
			@Nullable String code, LabRequest request) {
		ResponseType type = wanted.responseType().orElseThrow();
		Grant grant = grant(wanted, session);
		Signer signer = new Signer(this.world, wanted.provider());
		Map<String, @Nullable Object> idToken = idToken(grant, Origin.of(this.world, request));
		if (code != null && type.names("id_token")) {
			idToken.put("c_hash", Signer.half(code));
		}
		String accessToken = signer.sign(accessToken(grant, idToken));
		Map<String, String> answer = new LinkedHashMap<>();
		if (type.names("token")) {
			answer.put("access_token", accessToken);
			idToken.put("at_hash", Signer.half(accessToken));
		}
		if (type.names("id_token")) {
			answer.put("id_token", signer.sign(idToken));
		}
		long seconds = TimeFormats.duration(wanted.provider().text("access_token_validity")).toSeconds();
		remember(this.world.tables().accessTokens(), grant, accessToken, this.world.now().plusSeconds(seconds),
				idToken);
		Optional.ofNullable(code).ifPresent((text) -> answer.put("code", text));
		answer.put("token_type", "Bearer");
		answer.put("expires_in", String.valueOf(seconds));
		return answer;
	}

	/** Redeems a code, which is gone afterwards. */
	Optional<Grant> redeem(String code, Row provider) {
		this.world.tables().codes().removeAll("token", code);
		return valid(this.codes.remove(code), provider);
	}

	/** Redeems a refresh token, which stays in the list as revoked. */
	Optional<Grant> refresh(String token, Row provider) {
		this.world.tables().refreshTokens().find("token", token).ifPresent((row) -> row.set("revoked", true));
		return valid(this.refreshTokens.remove(token), provider);
	}

	private Optional<Grant> valid(@Nullable Grant grant, Row provider) {
		return Optional.ofNullable(grant)
			.filter((found) -> found.provider() == provider && found.expires().isAfter(this.world.now()));
	}

	/** The answer of the token endpoint; the tokens are remembered. */
	Map<String, @Nullable Object> tokens(Grant grant, LabRequest request) {
		Row provider = grant.provider();
		complainAboutMappings(grant, request);
		Map<String, @Nullable Object> idToken = idToken(grant, Origin.of(this.world, request));
		Signer signer = new Signer(this.world, provider);
		String accessToken = signer.sign(accessToken(grant, idToken));
		long seconds = TimeFormats.duration(provider.text("access_token_validity")).toSeconds();
		remember(this.world.tables().accessTokens(), grant, accessToken, this.world.now().plusSeconds(seconds),
				idToken);
		Map<String, @Nullable Object> answer = AuthentikJson.object("access_token", accessToken, "token_type",
				"Bearer");
		if (this.world.version().has(Behaviour.TOKEN_SCOPES)
				&& this.world.assumes(AuthentikAssumption.TOKEN_ANSWER_NAMES_SCOPES)) {
			answer.put("scope", String.join(" ", grant.scopes()));
		}
		answer.put("expires_in", seconds);
		answer.put("id_token", signer.sign(idToken));
		if (grant.scopes().contains("offline_access") || !this.world.version().has(Behaviour.REFRESH_NEEDS_SCOPE)) {
			answer.put("refresh_token", refreshToken(grant, idToken));
		}
		return answer;
	}

	private void complainAboutMappings(Grant grant, LabRequest request) {
		new Claims(this.world).broken(grant.provider(), grant.user())
			.forEach(
					(mapping) -> this.world.events()
						.write("configuration_error", "authentik.providers.oauth2.views.userinfo", null,
								AuthentikJson.object("message",
										"Failed to evaluate property-mapping: '" + mapping.text("name") + "'"),
								request));
	}

	private Map<String, @Nullable Object> idToken(Grant grant, Origin origin) {
		Row provider = grant.provider();
		String slug = this.world.tables()
			.applicationOf(provider)
			.map((application) -> application.text("slug"))
			.orElse("");
		Claims claims = new Claims(this.world);
		Map<String, @Nullable Object> token = claims.ofToken(provider, grant.user(), origin.issuer(provider, slug),
				grant.signedIn());
		if (grant.sessionId() != null) {
			token.put("amr", List.of("pwd"));
		}
		if (grant.nonce() != null) {
			token.put("nonce", grant.nonce());
		}
		if (grant.sessionId() != null && this.world.version().has(Behaviour.SID)) {
			token.put("sid", hashed(grant.sessionId()));
		}
		if (provider.flag("include_claims_in_id_token")) {
			token.putAll(claims.ofScopes(provider, grant.user(), grant.scopes()));
		}
		return token;
	}

	/**
	 * A session as tokens name it ({@code hash_session_key} of
	 * {@code authentik/providers/oauth2/id_token.py}).
	 */
	private static String hashed(String sessionId) {
		return HexFormat.of().formatHex(KeyMaterial.digest("SHA-256", sessionId.getBytes(StandardCharsets.US_ASCII)));
	}

	private Map<String, @Nullable Object> accessToken(Grant grant, Map<String, @Nullable Object> idToken) {
		Map<String, @Nullable Object> token = AuthentikJson.object();
		token.putAll(idToken);
		token.putAll(AuthentikJson.object("azp", grant.provider().text("client_id"), "uid",
				this.world.randomness().lettersAndDigits(40), "scope", String.join(" ", grant.scopes())));
		return token;
	}

	/** Keeps what the API tells of a code or a token. */
	private void remember(Table table, Grant grant, String token, Instant expires,
			@Nullable Map<String, @Nullable Object> idToken) {
		table.add(new Row(AuthentikJson.object("pk", this.world.nextNumber(), "provider", grant.provider().pk(), "user",
				grant.user().pk(), "expires", TimeFormats.iso(expires), "scope", grant.scopes(), "id_token",
				AuthentikJson.write(idToken), "token", token)));
	}

	private String refreshToken(Grant grant, Map<String, @Nullable Object> idToken) {
		String token = this.world.randomness().lettersAndDigits(128);
		Instant expires = this.world.now().plus(TimeFormats.duration(grant.provider().text("refresh_token_validity")));
		this.refreshTokens.put(token, new Grant(grant.provider(), grant.user(), grant.scopes(), grant.nonce(), null,
				null, grant.signedIn(), grant.sessionId(), expires));
		remember(this.world.tables().refreshTokens(), grant, token, expires, idToken);
		return token;
	}

	/** The access token, if it was given out and is not over. */
	public Optional<Row> accessToken(String token) {
		return this.world.tables()
			.accessTokens()
			.find("token", token)
			.filter((row) -> Instant.parse(row.text("expires")).isAfter(this.world.now()));
	}

	/** Takes a token back; an unknown one is nothing to complain about. */
	void revoke(String token) {
		this.world.tables().accessTokens().removeAll("token", token);
		this.world.tables().refreshTokens().removeAll("token", token);
		this.refreshTokens.remove(token);
	}

}
