package io.github.dsmsso.lab.authentik.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.lab.authentik.store.GrantTypes;

/**
 * What a client may ask the authorize endpoint for, and which grant type it counts as
 * ({@code ResponseTypes} and {@code check_grant} of
 * {@code authentik/providers/oauth2/views/authorize.py}).
 */
enum ResponseType {

	CODE("code", GrantTypes.CODE), ID_TOKEN("id_token", GrantTypes.IMPLICIT),
	ID_TOKEN_TOKEN("id_token token", GrantTypes.IMPLICIT), CODE_TOKEN("code token", GrantTypes.HYBRID),
	CODE_ID_TOKEN("code id_token", GrantTypes.HYBRID), CODE_ID_TOKEN_TOKEN("code id_token token", GrantTypes.HYBRID);

	private final String words;

	private final String grantType;

	ResponseType(String words, String grantType) {
		this.words = words;
		this.grantType = grantType;
	}

	/** The type in a client's words, which have one order only. */
	static Optional<ResponseType> of(String words) {
		return Arrays.stream(values()).filter((type) -> type.words.equals(words)).findFirst();
	}

	String words() {
		return this.words;
	}

	String grantType() {
		return this.grantType;
	}

	/** Whether one of the things that come back has that name. */
	boolean names(String part) {
		return Set.of(this.words.split(" ")).contains(part);
	}

}
