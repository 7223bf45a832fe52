package io.github.dsmsso.lab.dsm.sso;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys that a provider publishes, and which of them DSM takes for a token. It
 * understands signatures with RS256 and no others.
 */
final class ProviderKeys {

	private final DsmWorld world;

	private final List<JWK> keys;

	private ProviderKeys(DsmWorld world, List<JWK> keys) {
		this.world = world;
		this.keys = keys;
	}

	/**
	 * Reads a set of keys.
	 * @throws ParseException if a key of it cannot be read that spoils the others
	 */
	static ProviderKeys parse(JsonNode set, DsmWorld world) throws ParseException {
		List<JWK> keys = new ArrayList<>();
		for (JsonNode key : set.path("keys")) {
			try {
				keys.add(JWK.parse(key.toString()));
			}
			catch (ParseException ex) {
				if (world.assumes(DsmAssumption.UNKNOWN_CURVE_SPOILS_THE_KEYS)) {
					throw ex;
				}
			}
		}
		return new ProviderKeys(world, keys);
	}

	boolean haveSigned(SignedJWT token) {
		return token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256) && this.keys.stream()
			.filter((key) -> key.getKeyType().equals(KeyType.RSA))
			.anyMatch((key) -> isMeant(key, token.getHeader().getKeyID()) && verifies(key, token));
	}

	private boolean isMeant(JWK key, @Nullable String wanted) {
		if (this.world.assumes(DsmAssumption.KEYS_ARE_FOUND_BY_THEIR_ID)) {
			return wanted == null || wanted.equals(key.getKeyID());
		}
		boolean alone = this.keys.size() == 1 && key.getKeyID() == null;
		return !KeyUse.ENCRYPTION.equals(key.getKeyUse()) && (alone || wanted == null || wanted.equals(key.getKeyID()));
	}

	private static boolean verifies(JWK key, SignedJWT token) {
		try {
			return token.verify(new RSASSAVerifier(key.toRSAKey()));
		}
		catch (JOSEException ex) {
			return false;
		}
	}

}
