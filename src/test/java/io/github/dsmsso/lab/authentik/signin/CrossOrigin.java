package io.github.dsmsso.lab.authentik.signin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * Which scripts of other sites may read an answer: those of the sites that a provider
 * redirects to, and, as nobody knows the provider then, all that ask beforehand
 * ({@code cors_allow} in {@code authentik/providers/oauth2/utils.py}).
 */
final class CrossOrigin {

	private CrossOrigin() {
	}

	/**
	 * The answer, with the headers for the site that asks if it is one of them.
	 * @param allowed the redirect URIs of the provider
	 */
	static LabResponse headed(LabRequest request, LabResponse response, List<String> allowed) {
		String origin = request.header("origin");
		boolean beforehand = request.method().equals("OPTIONS");
		if (origin == null || !(beforehand || allowed.stream().anyMatch((uri) -> isOf(origin, uri)))) {
			return response;
		}
		LabResponse headed = response.with("Access-Control-Allow-Origin", origin)
			.with("Vary", "Origin")
			.with("Access-Control-Allow-Credentials", "true");
		if (!beforehand) {
			return headed;
		}
		@Nullable String wanted = request.header("access-control-request-headers");
		return ((wanted != null) ? headed.with("Access-Control-Allow-Headers", wanted) : headed)
			.with("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
	}

	/** A default port is another than the same one told. */
	private static boolean isOf(String origin, String uri) {
		Optional<String> site = site(origin);
		return site.isPresent() && site.equals(site(uri));
	}

	private static Optional<String> site(String address) {
		try {
			URI uri = URI.create(address);
			return (uri.getHost() != null)
					? Optional
						.of((uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + uri.getPort())
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
