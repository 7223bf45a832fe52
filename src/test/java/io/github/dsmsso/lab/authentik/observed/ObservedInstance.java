package io.github.dsmsso.lab.authentik.observed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.signin.AuthorizeRequest;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The simulator behind its HTTPS, which plays one row after the other, each with a new
 * instance of the release: the demonstration's people, and the provider {@code nas} with
 * its application as the guide for DSM describes them.
 */
final class ObservedInstance implements AutoCloseable {

	private static final String REDIRECT_URI = "https://nas.example.org:5001";

	/** The instances without an entry server before them. */
	private static final Set<String> FROM_SOURCE = Set.of("2023.10.7", "2026.2.2");

	private static final Pattern NAME = Pattern.compile("\\{([a-z ]+)}");

	private final LabCertificate certificate = LabCertificate.selfSigned("localhost");

	private final LabServer server = LabServer.https(this::handle, this.certificate, 0);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.sslContext(trusting(this.certificate))
		.build();

	private volatile LabHandler simulator = (request) -> LabResponse.html(503, "");

	private static SSLContext trusting(LabCertificate certificate) {
		try {
			KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
			store.load(null, null);
			store.setCertificateEntry("laboratory", certificate.certificate());
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, factory.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private LabResponse handle(LabRequest request) {
		return this.simulator.handle(request);
	}

	/**
	 * In what the simulator's answer is not the one that was observed.
	 * @param release the release that was observed; the simulator has one of its line
	 */
	List<String> differences(String release, ObservedAnswer observed) {
		String line = release.substring(0, release.lastIndexOf('.'));
		AuthentikWorld world = DemoAuthentik.world(AuthentikVersion.of(line), Clock.systemUTC(), new Random(7));
		if (FROM_SOURCE.contains(release)) {
			world.isRunFromSource();
		}
		world.connectionComes("nas", "nas-client", "nas-secret", REDIRECT_URI);
		this.simulator = new AuthentikSimulator(world);
		Map<String, String> names = names(world);
		observed.before().forEach((call) -> learn(names, send(call, names, world)));
		return judged(observed, send(observed.call(), names, world), names);
	}

	private static Map<String, String> names(AuthentikWorld world) {
		Map<String, String> names = new LinkedHashMap<>(
				Map.of("unknown", "00000000-0000-4000-8000-000000000000", "redirect uri", REDIRECT_URI));
		names.put("provider", world.tables().providers().one("name", "nas").text("pk"));
		names.put("application", world.tables().applications().one("slug", "nas").text("pk"));
		names.put("family", world.people().groups().one("name", "Family").text("pk"));
		names.put("key", world.tables().keys().one("name", "authentik Self-signed Certificate").text("pk"));
		names.put("anna", world.people().user("anna").text("pk"));
		world.tables()
			.flows()
			.stream()
			.forEach((flow) -> names.put(flow.text("slug").replace('-', ' '), flow.text("pk")));
		return names;
	}

	/** The names of what an answer brought: a code, a token or a new object. */
	private static void learn(Map<String, String> names, HttpResponse<String> answer) {
		if (answer.statusCode() >= 400) {
			throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " before it was answered "
					+ answer.statusCode() + " " + answer.body());
		}
		Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(answer.headers().firstValue("Location").orElse(""));
		if (code.find()) {
			names.put("code", code.group(1));
		}
		if (read(answer.body()) instanceof Map<?, ?> body) {
			Optional.ofNullable(body.get("pk")).ifPresent((pk) -> names.put("new", pk.toString()));
			Optional.ofNullable(body.get("access_token")).ifPresent((token) -> names.put("token", token.toString()));
		}
	}

	private HttpResponse<String> send(ObservedCall call, Map<String, String> names, AuthentikWorld world) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("https://localhost:" + this.server.port() + replaced(call.target(), names, true)));
		header(replaced(call.sender(), names, false), world).forEach(request::header);
		call.headers().forEach((name, value) -> request.header(name.toString(), value.toString()));
		String body = "";
		if (call.form() != null) {
			Map<String, String> form = new LinkedHashMap<>();
			call.form().forEach((name, value) -> form.put(name.toString(), replaced(value.toString(), names, false)));
			body = AuthorizeRequest.encoded(form);
			request.header("Content-Type", "application/x-www-form-urlencoded");
		}
		else if (call.json() != null) {
			body = call.json().equals("") ? "" : replaced(AuthentikJson.write(call.json()), names, false);
			request.header("Content-Type", "application/json");
		}
		request.method(call.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String replaced(String text, Map<String, String> names, boolean inAddress) {
		String replaced = NAME.matcher(text).replaceAll((name) -> {
			String value = names.get(name.group(1));
			if (value == null) {
				throw new IllegalArgumentException("Nothing is called " + name.group(1));
			}
			return Matcher
				.quoteReplacement(inAddress ? AuthorizeRequest.encoded(Map.of("", value)).substring(1) : value);
		});
		return inAddress ? replaced.replace(" ", "%20") : replaced;
	}

	/** What a sender is known by: a token, a session, or the header itself. */
	private static Map<String, String> header(String sender, AuthentikWorld world) {
		return switch (sender) {
			case "nobody" -> Map.of();
			case "administrator" -> Map.of("Authorization", "Bearer " + DemoAuthentik.API_TOKEN);
			case "service account" -> Map.of("Authorization", "Bearer " + DemoAuthentik.LIMITED_TOKEN);
			case "app password" -> Map.of("Authorization", "Bearer " + DemoAuthentik.APP_PASSWORD);
			case "expired token" -> Map.of("Authorization", "Bearer " + DemoAuthentik.EXPIRED_TOKEN);
			default -> sender.contains(" ") ? Map.of("Authorization", sender) : Map.of("Cookie",
					BrowserSessions.COOKIE + "=" + world.sessions().open(world.people().user(sender)).id());
		};
	}

	private static List<String> judged(ObservedAnswer observed, HttpResponse<String> answer,
			Map<String, String> names) {
		List<String> differences = new ArrayList<>();
		if (!observed.statuses().contains(String.valueOf(answer.statusCode()))) {
			differences.add("the status should be " + String.join(" or ", observed.statuses()) + " and is "
					+ answer.statusCode());
		}
		observed.headers().forEach((name, wanted) -> {
			String value = answer.headers().allValues(name).stream().collect(Collectors.joining(", "));
			boolean right = switch (wanted) {
				case "<present>" -> !value.isEmpty();
				case "<absent>" -> value.isEmpty();
				default -> AnswerShape.isLike(replaced(wanted, names, false), value);
			};
			if (!right) {
				differences.add(name + " should be " + wanted + " and is " + value);
			}
		});
		observed.contains()
			.stream()
			.filter((text) -> !answer.body().contains(text))
			.forEach((text) -> differences.add("the page should contain " + text));
		differences.addAll(body(observed, answer, names));
		return differences;
	}

	private static List<String> body(ObservedAnswer observed, HttpResponse<String> answer, Map<String, String> names) {
		Object wanted = observed.answer();
		if (wanted == null) {
			return List.of();
		}
		if (wanted.equals("")) {
			return answer.body().isEmpty() ? List.of() : List.of("the body should be empty");
		}
		Object body = read(answer.body());
		return (body != null) ? AnswerShape.differences(read(replaced(AuthentikJson.write(wanted), names, false)), body)
				: List.of("the body should be JSON and is " + answer.body());
	}

	private static @Nullable Object read(String text) {
		try {
			return text.isEmpty() ? null : AuthentikJson.read(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
