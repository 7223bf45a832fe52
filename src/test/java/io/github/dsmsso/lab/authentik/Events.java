package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** {@code /events/events/}. */
final class Events extends Resource {

	Events(AuthentikWorld world) {
		super(world, world.events().table());
	}

	void routes(Routes routes) {
		readable(routes, "/events/events/");
	}

	@Override
	Filters filters() {
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
			filters.where("actions", (event, values) -> values.contains(event.text("action")));
		}
		return filters;
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
	Map<String, @Nullable Object> shown(Row event, Call call) {
		return event.values();
	}

}
