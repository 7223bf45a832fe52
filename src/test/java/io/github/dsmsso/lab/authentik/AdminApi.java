package io.github.dsmsso.lab.authentik;

import java.util.Optional;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/v3/}: who asks, and which resource answers. */
final class AdminApi {

	private final AuthentikWorld world;

	private final Grants grants;

	private final Routes routes = new Routes();

	AdminApi(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.grants = grants;
		Groups groups = new Groups(world);
		Users users = new Users(world, groups);
		OAuth2Providers providers = new OAuth2Providers(world);
		Applications applications = new Applications(world);
		PolicyBindings bindings = new PolicyBindings(world, groups, users);
		new InstanceInfo(world).routes(this.routes);
		users.routes(this.routes);
		groups.routes(this.routes);
		new Tokens(world, users).routes(this.routes);
		new Flows(world).routes(this.routes);
		new Keys(world).routes(this.routes);
		new ScopeMappings(world).routes(this.routes);
		providers.routes(this.routes);
		new AllProviders(world).routes(this.routes);
		applications.routes(this.routes);
		new Transactional(world, providers, applications, bindings).routes(this.routes);
		bindings.routes(this.routes);
		new Events(world).routes(this.routes);
		new OAuth2AccessTokens(world, users).routes(this.routes);
	}

	/**
	 * Answers, or nothing where no resource is.
	 * @param path the path behind {@code /api/v3}
	 */
	Optional<LabResponse> answer(String path, LabRequest request) {
		return this.routes.match(path).map((match) -> answer(match, request));
	}

	private LabResponse answer(Routes.Match match, LabRequest request) {
		try {
			Row user = sender(request);
			if (user == null && !match.route().isPublic()) {
				throw Refusal.noCredentials();
			}
			Routes.Endpoint endpoint = match.route().endpoints().get(request.method());
			if (endpoint == null) {
				return Refusal.detail(405, "Method \"" + request.method() + "\" not allowed.")
					.response()
					.with("Allow", match.route().allowed());
			}
			return endpoint.answer(new Call(this.world, request, match.variables(), user));
		}
		catch (Refusal ex) {
			return ex.response();
		}
	}

	/** Anything but a bearer is nobody; a bearer must be good. */
	private @Nullable Row sender(LabRequest request) {
		String header = request.header("authorization");
		if (header == null || !header.contains(" ") || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return null;
		}
		String key = header.substring(7);
		if (key.isEmpty()) {
			throw Refusal.detail(403, "Malformed header");
		}
		return this.world.people().bearerOf(key).or(() -> byAccessToken(key)).orElseThrow(Refusal::badToken);
	}

	private Optional<Row> byAccessToken(String key) {
		return this.grants.accessToken(key)
			.filter((token) -> token.list("scope").contains("goauthentik.io/api"))
			.flatMap((token) -> this.world.people().users().byPk(token.get("user")));
	}

}
