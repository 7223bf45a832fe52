package io.github.dsmsso.lab.authentik.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.PythonTypes;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /core/transactional/applications/}: provider, application and bindings, or
 * nothing.
 */
public final class Transactional {

	public static final String EXISTS = "State is set to must_created and object exists already";

	private final AuthentikWorld world;

	private final OAuth2ProviderResource providers;

	private final ApplicationResource applications;

	private final PolicyBindingResource bindings;

	public Transactional(AuthentikWorld world, OAuth2ProviderResource providers, ApplicationResource applications,
			PolicyBindingResource bindings) {
		this.world = world;
		this.providers = providers;
		this.applications = applications;
		this.bindings = bindings;
	}

	public void routes(Routes routes) {
		routes.add("PUT", "/core/transactional/applications/", this::create);
	}

	private LabResponse create(Call call) {
		Map<String, @Nullable Object> body = call.body();
		refuseOthers(call, body);
		refuseIncomplete(body);
		Map<String, @Nullable Object> provider = part(body, "provider");
		Map<String, @Nullable Object> app = part(body, "app");
		List<Map<String, @Nullable Object>> bindings = bindings(body);
		refuseExisting(provider, app);
		nested("provider", () -> this.providers.fields().ofNew(provider));
		nested("app", () -> this.applications.fields().ofNew(without(app, "provider")));
		bindings.forEach((binding) -> nested("policy_bindings", () -> checked(binding)));
		createAll(provider, without(app, "provider"), bindings, call);
		return AuthentikJson.response(200, AuthentikJson.object("applied", true, "logs", List.of()));
	}

	private void refuseOthers(Call call, Map<String, @Nullable Object> body) {
		if (!call.has(Behaviour.TRANSACTIONAL_BINDINGS)) {
			if (!call.isSuperuser()) {
				throw RefusedRequest.noPermission();
			}
			return;
		}
		refuseWithout(call, "provider", this.world.tables().providers().model());
		refuseWithout(call, "app", this.world.tables().applications().model());
		if (!bindings(body).isEmpty()) {
			refuseWithout(call, "policy_bindings", this.world.tables().bindings().model());
		}
	}

	private static void refuseWithout(Call call, String part, Model model) {
		if (!call.may(model.permission("add"))) {
			throw RefusedRequest.mayNotCreate(part, model.fullName());
		}
	}

	private void refuseIncomplete(Map<String, @Nullable Object> body) {
		Map<String, Object> errors = new LinkedHashMap<>();
		for (String name : List.of("app", "provider_model", "provider")) {
			if (body.get(name) == null) {
				errors.put(name, List.of("This field is required."));
			}
		}
		Object model = body.get("provider_model");
		if (model != null && !model.equals(this.world.tables().providers().model().fullName())) {
			errors.put("provider_model", List.of("\"" + model + "\" is not a valid choice."));
		}
		if (!errors.isEmpty()) {
			throw RefusedRequest.invalid(errors);
		}
	}

	private void refuseExisting(Map<String, @Nullable Object> provider, Map<String, @Nullable Object> app) {
		Map<String, Object> errors = new LinkedHashMap<>();
		if (this.world.tables().providers().find("name", provider.getOrDefault("name", "")).isPresent()) {
			errors.put("provider", Map.of("name", List.of(EXISTS)));
		}
		if (this.world.tables().applications().find("slug", app.getOrDefault("slug", "")).isPresent()) {
			errors.put("app", Map.of("slug", List.of(EXISTS)));
		}
		if (!errors.isEmpty()) {
			throw RefusedRequest.invalid(errors);
		}
	}

	private void checked(Map<String, @Nullable Object> binding) {
		PolicyBindingResource.refuseUnlessOne(PolicyBindingResource.settings(this.world).ofNew(binding));
	}

	private void nested(String part, Runnable validation) {
		try {
			validation.run();
		}
		catch (RefusedRequest ex) {
			Object errors = AuthentikJson.read(ex.response().text());
			throw RefusedRequest
				.invalid(AuthentikJson.object(part, part.equals("policy_bindings") ? List.of(errors) : errors));
		}
	}

	private void createAll(Map<String, @Nullable Object> provider, Map<String, @Nullable Object> app,
			List<Map<String, @Nullable Object>> bindings, Call call) {
		app.put("provider", this.providers.createFrom(provider, call).pk());
		Object target = this.applications.createFrom(app, call).pk();
		for (Map<String, @Nullable Object> binding : bindings) {
			binding.put("target", target);
			this.bindings.createFrom(binding, call);
		}
	}

	/** Older releases do not know the member and ignore it. */
	private List<Map<String, @Nullable Object>> bindings(Map<String, @Nullable Object> body) {
		List<Map<String, @Nullable Object>> bindings = new ArrayList<>();
		if (this.world.version().has(Behaviour.TRANSACTIONAL_BINDINGS)
				&& body.get("policy_bindings") instanceof List<?> list) {
			list.forEach((binding) -> bindings.add(object("policy_bindings", binding)));
		}
		return bindings;
	}

	private static Map<String, @Nullable Object> part(Map<String, @Nullable Object> body, String name) {
		return object(name, body.get(name));
	}

	private static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw RefusedRequest.invalid(name,
					"Invalid data. Expected a dictionary, but got " + PythonTypes.nameOf(value) + ".");
		}
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((key, member) -> object.put(key.toString(), member));
		return object;
	}

	private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> object, String name) {
		Map<String, @Nullable Object> rest = new LinkedHashMap<>(object);
		rest.remove(name);
		return rest;
	}

}
