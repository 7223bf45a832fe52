package io.github.dsmsso.lab.authentik.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/** {@code /application/o/…} and the pages of flows. */
public final class OidcEndpoints {

	private static final Pattern OF_APPLICATION = Pattern
		.compile("/application/o/([-a-zA-Z0-9_]+)/(|jwks/|end-session/|\\.well-known/openid-configuration)");

	private static final Pattern METADATA = Pattern
		.compile("/\\.well-known/oauth-authorization-server/application/o/([-a-zA-Z0-9_]+)/");

	private static final Pattern FLOW = Pattern.compile("/if/flow/([-a-zA-Z0-9_]+)/");

	private static final List<String> READ = List.of("GET", "HEAD");

	private static final List<String> SUBMIT = List.of("POST");

	private static final List<String> BOTH = List.of("GET", "POST", "HEAD");

	private final AuthentikWorld world;

	private final Authorize authorize;

	private final DeviceCodes devices;

	private final TokenEndpoint token;

	private final ClientEndpoints clients;

	private final EndSession endSession;

	private final FlowPages flows;

	private final DiscoveryEndpoint discovery;

	public OidcEndpoints(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.authorize = new Authorize(world, grants);
		this.devices = new DeviceCodes(world);
		this.token = new TokenEndpoint(world, grants, this.devices);
		this.clients = new ClientEndpoints(world, grants);
		this.endSession = new EndSession(world);
		this.flows = new FlowPages(world, this.authorize, this.endSession);
		this.discovery = new DiscoveryEndpoint(world);
	}

	/** Answers, or nothing where no endpoint is. */
	public Optional<LabResponse> answer(String path, LabRequest request) {
		try {
			return switch (path) {
				case "/application/o/authorize/" -> request.method().equals("OPTIONS")
						? Optional.of(this.authorize.answer(request)) : page(request, this.authorize::answer);
				case "/application/o/token/" -> forScripts(SUBMIT, request, this.token::answer);
				case "/application/o/userinfo/" -> forScripts(BOTH, request, this.clients::userinfo);
				case "/application/o/device/" -> allowed(SUBMIT, request, this.devices::answer);
				case "/application/o/revoke/" -> allowed(SUBMIT, request, this.clients::revoke);
				case "/application/o/introspect/" -> allowed(SUBMIT, request, this.clients::introspect);
				case "/flows/-/default/authentication/" -> allowed(READ, request, this::signInPage);
				default -> byPattern(path, request);
			};
		}
		catch (RefusedRequest ex) {
			return Optional.of(ex.response());
		}
	}

	private Optional<LabResponse> byPattern(String path, LabRequest request) {
		Matcher flow = FLOW.matcher(path);
		if (flow.matches()) {
			return page(request, (asked) -> this.flows.answer(flow.group(1), asked));
		}
		Matcher metadata = METADATA.matcher(path);
		if (metadata.matches() && this.world.version().has(Behaviour.AUTHORIZATION_SERVER_METADATA)) {
			return Optional.of(document(metadata.group(1), request));
		}
		Matcher matcher = OF_APPLICATION.matcher(path);
		return matcher.matches() ? ofApplication(matcher.group(1), matcher.group(2), request) : Optional.empty();
	}

	private Optional<LabResponse> ofApplication(String slug, String rest, LabRequest request) {
		Row application = application(slug);
		return switch (rest) {
			case "" -> allowed(READ, request, (asked) -> LabResponse
				.redirect(this.world.webPath() + "application/o/" + slug + "/.well-known/openid-configuration"));
			case "jwks/" -> allowed(READ, request, (asked) -> this.discovery.keys(application));
			case "end-session/" -> allowed(BOTH, request, (asked) -> this.endSession.answer(application, asked));
			default -> Optional.of(document(slug, request));
		};
	}

	/** Whose discovery document stands at a path. */
	static Optional<String> slugOfDocument(AuthentikVersion version, String path) {
		Matcher metadata = METADATA.matcher(path);
		return (metadata.matches() && version.has(Behaviour.AUTHORIZATION_SERVER_METADATA))
				? Optional.of(metadata.group(1)) : slugOf(path, ".well-known/openid-configuration");
	}

	/** Whose public keys stand at a path. */
	static Optional<String> slugOfKeys(String path) {
		return slugOf(path, "jwks/");
	}

	private static Optional<String> slugOf(String path, String rest) {
		Matcher matcher = OF_APPLICATION.matcher(path);
		return (matcher.matches() && matcher.group(2).equals(rest)) ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private Row application(String slug) {
		return this.world.tables()
			.applications()
			.find("slug", slug)
			.orElseThrow(() -> RefusedRequest.answering(Pages.notFound()));
	}

	private LabResponse signInPage(LabRequest request) {
		String query = request.query().isEmpty() ? "" : "?" + request.query();
		return LabResponse.redirect(this.world.webPath() + "if/flow/default-authentication-flow/" + query);
	}

	/** Whoever asks beforehand or in a wrong way is told the methods, as Django does. */
	private static Optional<LabResponse> allowed(List<String> methods, LabRequest request,
			Function<LabRequest, LabResponse> endpoint) {
		if (!methods.contains(request.method())) {
			return Optional.of(LabResponse.html(request.method().equals("OPTIONS") ? 200 : 405, "")
				.with("Allow", String.join(", ", methods) + ", OPTIONS"));
		}
		return Optional.of(endpoint.apply(request));
	}

	/** Scripts of other sites that ask beforehand get an empty object. */
	private static Optional<LabResponse> forScripts(List<String> methods, LabRequest request,
			Function<LabRequest, LabResponse> endpoint) {
		return request.method().equals("OPTIONS") ? Optional
			.of(CrossOrigin.headed(request, OAuthErrors.uncached(AuthentikJson.response(200, Map.of())), List.of()))
				: allowed(methods, request, endpoint);
	}

	/** The document, whose headers for scripts come with every method. */
	private LabResponse document(String slug, LabRequest request) {
		Row application = application(slug);
		return allowed(READ, request, (asked) -> this.discovery.document(application, asked))
			.map((answer) -> request.method().equals("OPTIONS") ? CrossOrigin.headed(request, answer, List.of())
					: answer)
			.orElseThrow();
	}

	private Optional<LabResponse> page(LabRequest request, Function<LabRequest, LabResponse> endpoint) {
		Optional<LabResponse> page = allowed(BOTH, request, endpoint);
		return this.world.openerIsCut(request.path())
				? page.map((response) -> response.with("Cross-Origin-Opener-Policy", "same-origin")) : page;
	}

}
