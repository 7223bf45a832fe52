package io.github.dsmsso.wizard.oidc;

import java.security.SecureRandom;

import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Component;

/**
 * Makes client credentials: an id of 128 random bits and a secret of more than 256, both
 * of letters and digits alone, because other characters in a secret have broken DSM's
 * token request (authelia issue 7428).
 */
@Component
public class ClientCredentialsSource {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	/** 62 letters carry 5.95 bits each. */
	private static final int ID_LENGTH = 22;

	private static final int SECRET_LENGTH = 48;

	private final SecureRandom random;

	public ClientCredentialsSource(SecureRandom random) {
		this.random = random;
	}

	public ClientCredentials next() {
		return new ClientCredentials(letters(ID_LENGTH), Secret.of(letters(SECRET_LENGTH)));
	}

	private String letters(int length) {
		StringBuilder letters = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			letters.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return letters.toString();
	}

}
