package io.github.dsmsso.wizard.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

/**
 * A password, token, client secret or one-time code. It prints as dots, gives no hint by
 * its hash, compares in constant time and is never serialised; {@link #reveal()} is the
 * only way out and is called in the clients alone.
 */
public final class Secret {

	private static final String MASK = "••••••••";

	private static final String QUOTE = "[\\s\"'`“”„‘’«»]";

	private static final String QUOTES = QUOTE + "*+";

	private static final Pattern COPIED_BEFORE_A_TOKEN = Pattern.compile(
			"^" + QUOTES + "(?:authorization" + QUOTES + ":" + QUOTES + ")?(?:bearer\\s+)?" + QUOTES, CASE_INSENSITIVE);

	private static final Pattern COPIED_AFTER_A_TOKEN = Pattern.compile("(?<!" + QUOTE + ")" + QUOTE + "++$");

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

	/**
	 * A token without what was copied along with it: quotation marks around it, the word
	 * {@code Bearer} or the name of the header before it, and white space.
	 */
	public Secret asTokenAlone() {
		String begun = COPIED_BEFORE_A_TOKEN.matcher(this.value).replaceFirst("");
		return new Secret(COPIED_AFTER_A_TOKEN.matcher(begun).replaceFirst("")).withoutSpaces();
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
