package io.github.dsmsso.lab.authentik.front;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.admin.AllPropertyMappings;
import io.github.dsmsso.lab.authentik.admin.AllProviders;
import io.github.dsmsso.lab.authentik.admin.ApplicationResource;
import io.github.dsmsso.lab.authentik.admin.Brands;
import io.github.dsmsso.lab.authentik.admin.EventResource;
import io.github.dsmsso.lab.authentik.admin.ExpressionPolicies;
import io.github.dsmsso.lab.authentik.admin.FlowResource;
import io.github.dsmsso.lab.authentik.admin.GroupResource;
import io.github.dsmsso.lab.authentik.admin.InstanceInfo;
import io.github.dsmsso.lab.authentik.admin.Keys;
import io.github.dsmsso.lab.authentik.admin.OAuth2Grants;
import io.github.dsmsso.lab.authentik.admin.OAuth2ProviderResource;
import io.github.dsmsso.lab.authentik.admin.PolicyBindingResource;
import io.github.dsmsso.lab.authentik.admin.PromptResource;
import io.github.dsmsso.lab.authentik.admin.ScopeMappingResource;
import io.github.dsmsso.lab.authentik.admin.ServiceAccounts;
import io.github.dsmsso.lab.authentik.admin.SettingsEndpoint;
import io.github.dsmsso.lab.authentik.admin.StageBindingResource;
import io.github.dsmsso.lab.authentik.admin.StageResource;
import io.github.dsmsso.lab.authentik.admin.SystemInfo;
import io.github.dsmsso.lab.authentik.admin.Tokens;
import io.github.dsmsso.lab.authentik.admin.Transactional;
import io.github.dsmsso.lab.authentik.admin.Unkept;
import io.github.dsmsso.lab.authentik.admin.UserConsents;
import io.github.dsmsso.lab.authentik.admin.UserResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.blueprints.BlueprintImporter;
import io.github.dsmsso.lab.authentik.blueprints.Blueprints;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.ObjectPermissions;
import io.github.dsmsso.lab.authentik.rights.Permissions;
import io.github.dsmsso.lab.authentik.rights.RoleAssignments;
import io.github.dsmsso.lab.authentik.rights.Roles;
import io.github.dsmsso.lab.authentik.rights.UserAssignments;
import io.github.dsmsso.lab.authentik.signin.Grants;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/v3/}: who asks, and which resource answers. */
final class AdminApi {

	private static final Map<String, Object> DESCRIPTION = Map.of("name", "authentik", "description", "", "renders",
			List.of("application/json"), "parses", List.of("application/json"));

	private static final String JSON = "application/json";

	private static final List<String> CHARSET = List.of(JSON + "; charset=utf-8");

	private static final Map<String, String> DJANGO = Map.of("Vary", "Accept-Language, Cookie", "Content-Language",
			"en", "X-Frame-Options", "DENY", "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin");

	private final AuthentikWorld world;

	private final Grants grants;

	private final Routes routes = new Routes();

	AdminApi(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.grants = grants;
		GroupResource groups = new GroupResource(world);
		UserResource users = new UserResource(world, groups);
		OAuth2ProviderResource providers = new OAuth2ProviderResource(world);
		ApplicationResource applications = new ApplicationResource(world);
		PolicyBindingResource bindings = new PolicyBindingResource(world, groups, users);
		new InstanceInfo(world).routes(this.routes);
		new SettingsEndpoint(world).routes(this.routes);
		new ServiceAccounts(world).routes(this.routes);
		users.routes(this.routes);
		groups.routes(this.routes);
		new Tokens(world, users).routes(this.routes);
		new StageBindingResource(world).routes(this.routes);
		new PromptResource(world).routes(this.routes);
		Stream.of(StageKind.values()).forEach((kind) -> new StageResource(world, kind).routes(this.routes));
		new FlowResource(world).routes(this.routes);
		new Keys(world).routes(this.routes);
		ScopeMappingResource mappings = new ScopeMappingResource(world);
		mappings.routes(this.routes);
		new AllPropertyMappings(world).routes(this.routes);
		providers.routes(this.routes);
		new AllProviders(world).routes(this.routes);
		applications.routes(this.routes);
		new Transactional(world, providers, applications, bindings).routes(this.routes);
		bindings.routes(this.routes);
		ExpressionPolicies.routes(world, this.routes);
		new EventResource(world).routes(this.routes);
		OAuth2Grants.routes(world, users, this.routes);
		new UserConsents(world, users, applications).routes(this.routes);
		new SystemInfo(world).routes(this.routes);
		new Brands(world).routes(this.routes);
		Unkept.routes(world, this.routes);
		rbac();
		new Blueprints(world, new BlueprintImporter(world, groups, users, mappings, providers, applications, bindings))
			.routes(this.routes);
	}

	/** Fixed words stand before the keys of permissions. */
	private void rbac() {
		new Roles(this.world).routes(this.routes);
		new RoleAssignments(this.world).routes(this.routes);
		if (!this.world.version().has(Behaviour.ROLES_ONLY)) {
			new UserAssignments(this.world).routes(this.routes);
		}
		ObjectPermissions.routes(this.world, this.routes);
		new Permissions(this.world).routes(this.routes);
	}

	/**
	 * Answers, or nothing where no resource is.
	 * @param path the path behind {@code /api/v3}
	 */
	Optional<LabResponse> answer(String path, LabRequest request) {
		return this.routes.match(path).map((match) -> headed(answer(match, request), match.route()));
	}

	/** With the headers that Django and its framework give every answer. */
	private static LabResponse headed(LabResponse response, Routes.Route route) {
		Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
		headers.computeIfPresent("Content-Type", (name, types) -> types.equals(List.of(JSON)) ? CHARSET : types);
		headers.put("Allow", List.of(route.allowed()));
		DJANGO.forEach((name, value) -> headers.put(name, List.of(value)));
		return new LabResponse(response.status(), headers, response.body(), response.delivery());
	}

	private LabResponse answer(Routes.Match match, LabRequest request) {
		try {
			Row user = sender(request, match.route().isPublic());
			if (user == null && !match.route().isPublic()) {
				throw RefusedRequest.noCredentials();
			}
			return answer(match, new Call(this.world, request, match.variables(), user));
		}
		catch (RefusedRequest ex) {
			return ex.response();
		}
	}

	private static LabResponse answer(Routes.Match match, Call call) {
		Optional<Routes.Endpoint> endpoint = match.route().endpoint(call.request().method());
		if (endpoint.isPresent()) {
			return endpoint.get().answer(call);
		}
		return call.request().method().equals("OPTIONS") ? AuthentikJson.response(200, DESCRIPTION)
				: RefusedRequest.detail(405, "Method \"" + call.request().method() + "\" not allowed.").response();
	}

	/** A bearer must be good; whoever comes in another way is nobody, or refused. */
	private @Nullable Row sender(LabRequest request, boolean isPublic) {
		if (isPublic && !this.world.assumes(AuthentikAssumption.BAD_TOKEN_IS_REFUSED_ON_PUBLIC_PATHS)) {
			return null;
		}
		String header = request.header("authorization");
		if (header == null || !header.contains(" ")) {
			return null;
		}
		if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return ofAnotherScheme();
		}
		String key = header.substring(7);
		if (key.isEmpty()) {
			throw RefusedRequest.detail(403, "Malformed header");
		}
		return this.world.people().bearerOf(key).or(() -> byAccessToken(key)).orElseThrow(this::badToken);
	}

	private @Nullable Row ofAnotherScheme() {
		if (this.world.version().has(Behaviour.BEARERS_ONLY)) {
			throw RefusedRequest.detail(403, "Unsupported authentication type");
		}
		return null;
	}

	private RefusedRequest badToken() {
		return RefusedRequest.badToken(this.world.assumes(AuthentikAssumption.BAD_TOKEN_ANSWERS_403) ? 403 : 401);
	}

	private Optional<Row> byAccessToken(String key) {
		return this.grants.accessToken(key)
			.filter((token) -> token.list("scope").contains("goauthentik.io/api"))
			.flatMap((token) -> this.world.people().users().byPk(token.get("user")));
	}

}
