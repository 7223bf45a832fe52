package io.github.dsmsso.wizard.judgement;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Whether two addresses lead a client to the same place: upper and lower case of scheme
 * and host, and a port that is the scheme's own, make no difference to it. Redirect URIs
 * are another matter: those are compared letter by letter.
 */
final class SameAddress {

	private SameAddress() {
	}

	static boolean of(String one, String other) {
		return one.equals(other) || Objects.equals(canonical(one), canonical(other)) && canonical(one) != null;
	}

	private static @Nullable String canonical(String address) {
		try {
			URI uri = URI.create(address);
			return (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) ? null
					: uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":"
							+ port(uri) + uri.getRawPath() + "?" + uri.getRawQuery() + "#" + uri.getRawFragment();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static int port(URI uri) {
		return (uri.getPort() >= 0) ? uri.getPort() : ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
	}

}
