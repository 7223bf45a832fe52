package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;

/**
 * A reverse proxy as nginx, Caddy and Traefik are set up for a program below a path: it
 * takes the path off and tells of it in {@code X-Forwarded-Prefix}.
 *
 * @param path the path below which the wizard is shown
 * @param wizard the port on which the wizard listens
 * @param client how it is asked
 */
record ReverseProxy(String path, int wizard, HttpClient client) implements LabHandler {

	/** Those of the connection, which a proxy makes by itself. */
	private static final Set<String> OF_THE_CONNECTION = Set.of("host", "connection", "content-length",
			"transfer-encoding", "accept-encoding", "keep-alive", "upgrade", "http2-settings");

	ReverseProxy(String path, int wizard) {
		this(path, wizard, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
	}

	@Override
	public LabResponse handle(LabRequest request) {
		if (!request.path().startsWith(this.path + "/")) {
			return LabResponse.html(404, "<h1>Nothing of the wizard is here</h1>");
		}
		try {
			return answered(this.client.send(passedOn(request), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest passedOn(LabRequest request) {
		String target = request.target().toString().substring(this.path.length());
		HttpRequest.Builder passed = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.wizard + target));
		request.headers().forEach((name, values) -> {
			if (!OF_THE_CONNECTION.contains(name)) {
				values.forEach((value) -> passed.header(name, value));
			}
		});
		return passed.header("X-Forwarded-Host", request.host())
			.header("X-Forwarded-Proto", "http")
			.header("X-Forwarded-For", "192.0.2.7")
			.header("X-Forwarded-Prefix", this.path)
			.method(request.method(), BodyPublishers.ofByteArray(request.body()))
			.build();
	}

	private static LabResponse answered(HttpResponse<byte[]> answer) {
		Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
		headers.keySet().removeIf((name) -> OF_THE_CONNECTION.contains(name) || name.startsWith(":"));
		return new LabResponse(answer.statusCode(), headers, answer.body(), Delivery.WHOLE);
	}

}
