package io.github.dsmsso.wizard.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * A password, token, client secret or one-time code. It prints as dots, gives no hint by
 * its hash, compares in constant time and is never serialised; {@link #reveal()} is the
 * only way out and is called in the doors alone.
 */
public final class Secret {

	private static final String MASK = "••••••••";

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/** Takes a value as it was typed or generated. */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/** A secret that was never set. */
	public static Secret none() {
		return new Secret("");
	}

	/** A secret of which only its being there is known. */
	public static Secret unknown() {
		return new Secret(MASK);
	}

	/** The value itself, for the request that needs it. */
	public String reveal() {
		return this.value;
	}

	/** The same secret without white space, as codes are often typed in groups. */
	public Secret withoutSpaces() {
		return new Secret(this.value.replaceAll("\\s", ""));
	}

	public boolean isEmpty() {
		return this.value.isEmpty();
	}

	/** Whether asterisks or dots stand in the place of the value. */
	public boolean isMasked() {
		return !isEmpty() && this.value.chars().allMatch((letter) -> letter == '*' || letter == '•');
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
	}

	@Override
	public int hashCode() {
		return 1;
	}

	@Override
	public String toString() {
		return isEmpty() ? "" : MASK;
	}

	private byte[] bytes() {
		return this.value.getBytes(StandardCharsets.UTF_8);
	}

}
