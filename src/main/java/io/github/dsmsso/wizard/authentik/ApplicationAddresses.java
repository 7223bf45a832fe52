package io.github.dsmsso.wizard.authentik;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * The addresses at which an application's OpenID provider is reached; authentik builds
 * them from its own address and the slug of the application.
 *
 * @param authentik the address of authentik
 * @param slug the slug of the application
 */
public record ApplicationAddresses(BaseUrl authentik, String slug) {

	private static final Pattern WELL_KNOWN = Pattern
		.compile(".*/application/o/([-a-zA-Z0-9_]+)/\\.well-known/openid-configuration/?");

	/**
	 * The slug that a well-known URL names, whichever authentik it is of; empty where it
	 * is none of authentik's.
	 */
	public static Optional<String> slugIn(String wellKnown) {
		Matcher matcher = WELL_KNOWN.matcher(wellKnown);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** The OpenID configuration, which has no slash at the end. */
	public URI wellKnown() {
		return this.authentik.resolve("application/o/" + this.slug + "/.well-known/openid-configuration");
	}

	/** {@code authorization_endpoint}, the same for every application. */
	public URI authorizationEndpoint() {
		return this.authentik.resolve("application/o/authorize/");
	}

	/** {@code token_endpoint}, the same for every application. */
	public URI tokenEndpoint() {
		return this.authentik.resolve("application/o/token/");
	}

	/** The issuer with {@code issuer_mode} {@code per_provider}. */
	public String issuerOfProvider() {
		return this.authentik.resolve("application/o/" + this.slug + "/").toString();
	}

	/** The issuer with {@code issuer_mode} {@code global}. */
	public String issuerOfAll() {
		return this.authentik.origin() + "/";
	}

}
