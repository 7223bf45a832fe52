package io.github.dsmsso.lab.authentik.signin;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
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

	private static final Set<String> READ = Set.of("GET", "HEAD");

	private static final Set<String> SUBMIT = Set.of("POST");

	private static final Set<String> BOTH = Set.of("GET", "HEAD", "POST");

	private final AuthentikWorld world;

	private final Authorize authorize;

	private final TokenEndpoint token;

	private final ClientEndpoints clients;

	private final EndSession endSession;

	private final FlowPages flows;

	private final DiscoveryEndpoint discovery;

	public OidcEndpoints(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.authorize = new Authorize(world, grants);
		this.token = new TokenEndpoint(world, grants);
		this.clients = new ClientEndpoints(world, grants);
		this.endSession = new EndSession(world);
		this.flows = new FlowPages(world, this.authorize, this.endSession);
		this.discovery = new DiscoveryEndpoint(world);
	}

	/** Answers, or nothing where no endpoint is. */
	public Optional<LabResponse> answer(String path, LabRequest request) {
		try {
			return switch (path) {
				case "/application/o/authorize/" -> page(request, this.authorize::answer);
				case "/application/o/token/" -> allowed(SUBMIT, request, this.token::answer);
				case "/application/o/userinfo/" -> allowed(BOTH, request, this.clients::userinfo);
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
			return allowed(READ, request, (asked) -> this.discovery.document(application(metadata.group(1)), asked));
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
			default -> allowed(READ, request, (asked) -> this.discovery.document(application, asked));
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

	private static Optional<LabResponse> allowed(Set<String> methods, LabRequest request,
			Function<LabRequest, LabResponse> endpoint) {
		if (!methods.contains(request.method())) {
			return Optional.of(LabResponse.of(405, "text/html; charset=utf-8", ""));
		}
		return Optional.of(endpoint.apply(request));
	}

	private Optional<LabResponse> page(LabRequest request, Function<LabRequest, LabResponse> endpoint) {
		Optional<LabResponse> page = allowed(BOTH, request, endpoint);
		return this.world.openerIsCut(request.path())
				? page.map((response) -> response.with("Cross-Origin-Opener-Policy", "same-origin")) : page;
	}

}
