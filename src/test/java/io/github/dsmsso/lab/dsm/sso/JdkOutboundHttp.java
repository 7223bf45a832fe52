package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;

/**
 * Calls over real sockets. Certificates must come from a public authority or have been
 * imported, and must name the host; redirects are not followed.
 */
public final class JdkOutboundHttp implements OutboundHttp {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HttpClient client;

	/**
	 * A way out.
	 * @param imported certificates an administrator imported into the NAS
	 */
	public JdkOutboundHttp(List<X509Certificate> imported) {
		this.client = HttpClient.newBuilder()
			.proxy(HttpClient.Builder.NO_PROXY)
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(PATIENCE)
			.sslContext(NasTrust.context(imported))
			.build();
	}

	@Override
	public LabResponse send(URI origin, LabRequest request) throws IOException {
		HttpRequest.Builder builder = HttpRequest.newBuilder(origin.resolve(request.target()))
			.timeout(PATIENCE)
			.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
		request.headers().forEach((name, values) -> values.forEach((value) -> builder.header(name, value)));
		try {
			HttpResponse<byte[]> response = this.client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new LabResponse(response.statusCode(), response.headers().map(), response.body(), Delivery.WHOLE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("Not an address: " + origin, ex);
		}
	}

}
