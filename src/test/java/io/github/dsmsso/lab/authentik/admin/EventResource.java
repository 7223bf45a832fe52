package io.github.dsmsso.lab.authentik.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.SearchLanguage;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.EventLog;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** {@code /events/events/}. */
public final class EventResource extends ApiResource {

	private static final List<String> ACTIONS = List.of("login", "login_failed", "logout", "user_write",
			"suspicious_request", "password_set", "secret_view", "secret_rotate", "invitation_used",
			"authorize_application", "source_linked", "impersonation_started", "impersonation_ended", "flow_execution",
			"policy_execution", "policy_exception", "property_mapping_exception", "system_task_execution",
			"system_task_exception", "system_exception", "configuration_error", "model_created", "model_updated",
			"model_deleted", "email_sent", "update_available", "custom_");

	/** Django names a choice by its constant, which mostly reads as the value does. */
	private static final Map<String, String> CONSTANTS = Map.of("invitation_used", "invite_used", "custom_",
			"custom_prefix");

	public EventResource(AuthentikWorld world) {
		super(world, world.events().table());
	}

	public void routes(Routes routes) {
		routes.add("GET", "/events/events/actions/", this::kinds);
		readable(routes, "/events/events/");
	}

	/** Every action with the name that people read; anybody may ask. */
	private LabResponse kinds(Call call) {
		return AuthentikJson.response(200, Stream.of(actions()).map(EventResource::kind).toList());
	}

	private static Map<String, @Nullable Object> kind(String action) {
		String constant = CONSTANTS.getOrDefault(action, action);
		String name = Stream.of(constant.split("_")).map(StringUtils::capitalize).collect(Collectors.joining(" "));
		return AuthentikJson.object("name", name, "description", "", "component", action, "model_name", "");
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().contains("action")
			.contains("client_ip")
			.where("username", byText((event) -> event.object("user").get("username")))
			.where("context_model_pk", byKey((event) -> part(event, "model").get("pk")))
			.where("context_model_app", byText((event) -> part(event, "model").get("app")))
			.where("context_model_name", byText((event) -> part(event, "model").get("model_name")))
			.where("context_authorized_app", byText((event) -> part(event, "authorized_application").get("pk")))
			.search("action", "app", "user", "context", "client_ip")
			.orderedBy("-created");
		if (has(Behaviour.EVENT_ACTIONS_FILTER)) {
			filters.choice("actions", actions())
				.where("actions", (event, values) -> values.contains(event.text("action")));
		}
		return filters.where(has(Behaviour.BRANDS) ? "brand_name" : "tenant_name",
				byText((event) -> event.object(has(Behaviour.BRANDS) ? "brand" : "tenant").get("name")));
	}

	private String[] actions() {
		List<String> actions = new ArrayList<>(ACTIONS);
		if (has(Behaviour.REPORTS_CAPABILITY)) {
			actions.add("export_ready");
		}
		if (has(Behaviour.CONFIGURATION_WARNINGS)) {
			actions.addAll(List.of("configuration_warning", "review_initiated", "review_overdue", "review_attested",
					"review_completed"));
		}
		if (has(Behaviour.AGENT_CAPABILITIES)) {
			actions.addAll(List.of("user_offboarded", "access_request_created", "access_request_approved",
					"access_request_denied", "access_request_revoked"));
		}
		return actions.toArray(String[]::new);
	}

	private static BiPredicate<Row, List<String>> byText(Function<Row, @Nullable Object> value) {
		return (event, values) -> Filters.last(values).equals(String.valueOf(value.apply(event)));
	}

	private static BiPredicate<Row, List<String>> byKey(Function<Row, @Nullable Object> value) {
		return (event, values) -> EventLog.hex(Filters.last(values)).equals(String.valueOf(value.apply(event)));
	}

	private static Map<?, ?> part(Row event, String name) {
		return (event.object("context").get(name) instanceof Map<?, ?> part) ? part : Map.of();
	}

	@Override
	protected Map<String, Object> language() {
		return new SearchLanguage(model().fullName()).choice("action", List.of(actions()))
			.fields("str", false, "event_uuid")
			.choice("app", rows().map((event) -> event.text("app")).distinct().toList())
			.fields("str", false, "client_ip")
			.object("user")
			.object("brand")
			.object("context")
			.fields("datetime", false, "created")
			.told();
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row event, Call call) {
		return event.values();
	}

}
