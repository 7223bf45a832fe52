package io.github.dsmsso.lab.authentik.world;

import java.net.URI;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where authentik believes to be reached: it takes scheme and host from the request, and
 * every address it tells is built on them.
 *
 * @param scheme {@code https}, or {@code http} behind a proxy it does not trust
 * @param host host and port as the client wrote them
 * @param webPath the sub-path with both slashes, mostly {@code /}
 */
public record Origin(String scheme, String host, String webPath) {

	public static Origin of(AuthentikWorld world, LabRequest request) {
		String baseUrl = world.baseUrl();
		if (baseUrl != null && !world.assumes(AuthentikAssumption.BASE_URL_LEAVES_THE_ISSUER_ALONE)) {
			URI base = URI.create(baseUrl);
			return new Origin(base.getScheme(), base.getRawAuthority(), world.webPath());
		}
		return asForwarded(world, request);
	}

	private static Origin asForwarded(AuthentikWorld world, LabRequest request) {
		Proxy proxy = world.proxy();
		if (!proxy.isBelieved(world.version())) {
			return new Origin(proxy.schemeOnArrival(), request.host(), world.webPath());
		}
		String scheme = proxy.tellsOfTls() ? "https" : proxy.schemeOnArrival();
		return new Origin(either(request.header("x-forwarded-proto"), scheme),
				either(request.header("x-forwarded-host"), request.host()), world.webPath());
	}

	private static String either(@Nullable String forwarded, String own) {
		return (forwarded != null) ? forwarded.split(",")[0].strip() : own;
	}

	/** The origin without a path or slash. */
	public String root() {
		return this.scheme + "://" + this.host;
	}

	/** An address of this instance; the path without a leading slash. */
	public String url(String path) {
		return root() + this.webPath + path;
	}

	public String issuer(Row provider, String slug) {
		return provider.is("issuer_mode", "global") ? root() + "/" : url("application/o/" + slug + "/");
	}

}
