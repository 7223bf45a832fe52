package io.github.dsmsso.lab.dsm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** An identity provider of four pages for the tests, which can be made bad. */
final class StubProvider implements LabHandler {

	static final String CODE = "the-code";

	static final String CLIENT = "the-client";

	static final String SECRET = "theSecret";

	private static final RSAKey RSA = rsa("rsa-1");

	final List<LabRequest> received = new ArrayList<>();

	private final Clock clock;

	private final String origin;

	private JWK signer = RSA;

	private JWSAlgorithm algorithm = JWSAlgorithm.RS256;

	private JWKSet published = new JWKSet(RSA.toPublicJWK());

	private @Nullable String keys;

	private boolean encrypted;

	private Consumer<JWTClaimsSet.Builder> change = (claims) -> {
	};

	StubProvider(String origin, Clock clock) {
		this.origin = origin;
		this.clock = clock;
	}

	/** What an administrator enters for this provider. */
	Map<String, Object> settings(String redirectUri) {
		return Map.of("oidc_authorization_endpoint", this.origin + "/authorize", "oidc_client_id", CLIENT,
				"oidc_client_secret", SECRET, "oidc_name", "authentik", "oidc_redirect_uri", redirectUri, "oidc_scope",
				"openid profile email", "oidc_token_endpoint", this.origin + "/token", "oidc_user_claim",
				"preferred_username", "oidc_wellknown", this.origin + "/.well-known/openid-configuration",
				"oidc_allow_local_user", true);
	}

	StubProvider signs(Consumer<JWTClaimsSet.Builder> change) {
		this.change = change;
		return this;
	}

	StubProvider names(String user) {
		return signs((claims) -> claims.claim("preferred_username", user));
	}

	StubProvider signsWithEllipticCurve() throws JOSEException {
		ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
		return signsWith(key, JWSAlgorithm.ES256, new JWKSet(key.toPublicJWK()));
	}

	StubProvider signsWithClientSecret() throws JOSEException {
		OctetSequenceKey key = new OctetSequenceKeyGenerator(256).generate();
		return signsWith(key, JWSAlgorithm.HS256, new JWKSet());
	}

	StubProvider signsWithAnotherHash() {
		return signsWith(RSA, JWSAlgorithm.RS512, new JWKSet(RSA.toPublicJWK()));
	}

	StubProvider publishesAnotherKey() {
		return signsWith(RSA, JWSAlgorithm.RS256, new JWKSet(rsa("rsa-1").toPublicJWK()));
	}

	/** What it publishes for one that signs as ever. */
	StubProvider publishes(String keys) {
		this.keys = keys;
		return this;
	}

	/** The key it signs with, as it publishes it, with more said of it. */
	static String ownKey(String without, String more) {
		Map<String, Object> key = new LinkedHashMap<>(RSA.toPublicJWK().toJSONObject());
		key.remove(without);
		String json = Json.write(key);
		return json.substring(0, json.length() - 1) + more + "}";
	}

	StubProvider encryptsTokens() {
		this.encrypted = true;
		return this;
	}

	private StubProvider signsWith(JWK signer, JWSAlgorithm algorithm, JWKSet published) {
		this.signer = signer;
		this.algorithm = algorithm;
		this.published = published;
		return this;
	}

	@Override
	public LabResponse handle(LabRequest request) {
		this.received.add(request);
		return switch (request.path()) {
			case "/.well-known/openid-configuration" -> json(Json.write(Json.object("issuer", this.origin + "/",
					"jwks_uri", this.origin + "/jwks", "authorization_endpoint", this.origin + "/published",
					"userinfo_endpoint", this.origin + "/userinfo")));
			case "/userinfo" -> json("{\"preferred_username\":\"carla\"}");
			case "/jwks" -> json((this.keys != null) ? this.keys : this.published.toString());
			case "/authorize" -> authorized(request.queryParameters());
			case "/token" -> token(request.formParameters());
			default -> LabResponse.html(404, "");
		};
	}

	/** Everybody is signed in already and agrees. */
	private LabResponse authorized(Map<String, String> query) {
		return LabResponse
			.redirect(query.get("redirect_uri") + "/?code=" + CODE + "&state=" + query.getOrDefault("state", ""));
	}

	private LabResponse token(Map<String, String> form) {
		boolean known = SECRET.equals(form.get("client_secret")) && CLIENT.equals(form.get("client_id"));
		if (!known || !CODE.equals(form.get("code")) || !"authorization_code".equals(form.get("grant_type"))) {
			return LabResponse.of(400, "application/json", "{\"error\":\"invalid_client\"}");
		}
		return json(Json.write(Json.object("access_token", "opaque", "id_token", idToken(), "token_type", "Bearer")));
	}

	private String idToken() {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(this.origin + "/")
			.audience(CLIENT)
			.subject("1")
			.expirationTime(Date.from(this.clock.instant().plusSeconds(300)))
			.claim("preferred_username", "anna");
		this.change.accept(claims);
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(this.algorithm).keyID(this.signer.getKeyID()).build(),
					claims.build());
			token.sign(signer());
			return this.encrypted ? encrypted(token) : token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JWSSigner signer() throws JOSEException {
		if (this.signer instanceof RSAKey rsa) {
			return new RSASSASigner(rsa);
		}
		return (this.signer instanceof ECKey curve) ? new ECDSASigner(curve)
				: new MACSigner(this.signer.toOctetSequenceKey());
	}

	private static String encrypted(SignedJWT token) throws JOSEException {
		JWEObject object = new JWEObject(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
				new Payload(token));
		object.encrypt(new RSAEncrypter(RSA));
		return object.serialize();
	}

	private static RSAKey rsa(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static LabResponse json(String body) {
		return LabResponse.of(200, "application/json", body);
	}

}
