package io.github.dsmsso.lab.authentik.blueprints;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.admin.Transactional;
import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * Applies blueprints: every entry by the rules of the API for its kind, and all entries
 * or none.
 */
public final class BlueprintImporter {

	private static final List<String> STATES = List.of("present", "created", "must_created", "absent");

	private final AuthentikWorld world;

	private final Map<String, ApiResource> kinds;

	public BlueprintImporter(AuthentikWorld world, ApiResource... kinds) {
		this.world = world;
		this.kinds = Arrays.stream(kinds)
			.collect(Collectors.toMap((kind) -> kind.model().fullName(), Function.identity()));
	}

	/**
	 * How an import went.
	 *
	 * @param success whether all entries are applied, or could be
	 * @param logs what is to be said, each with its event; empty where all is well
	 */
	record Outcome(boolean success, List<Map<String, @Nullable Object>> logs) {

		/** What was said, without when and by whom. */
		List<String> events() {
			return this.logs.stream().map((log) -> Objects.toString(log.get("event"))).toList();
		}

	}

	/**
	 * Refuses somebody who may not do all with every kind of object in the blueprint.
	 */
	void requirePermissions(BlueprintDocument blueprint, Map<String, @Nullable Object> context, Call call) {
		BlueprintScope scope = scope(blueprint, context);
		for (BlueprintEntry entry : blueprint.entries()) {
			String model = modelOf(entry, scope);
			if (!Stream.of("add", "change", "delete")
				.allMatch((verb) -> call.may(model.replace(".", "." + verb + "_")))) {
				throw RefusedRequest.mayNotCreate(String.valueOf(entry.id()), model);
			}
		}
	}

	/** Whether the blueprint could be applied; nothing is. */
	Outcome validate(BlueprintDocument blueprint, Map<String, @Nullable Object> context, Call call) {
		Runnable takeBack = this.world.checkpoint();
		Outcome outcome = apply(blueprint, context, call);
		takeBack.run();
		return outcome;
	}

	/** Applies the blueprint, or changes nothing. */
	Outcome apply(BlueprintDocument blueprint, Map<String, @Nullable Object> context, Call call) {
		Runnable takeBack = this.world.checkpoint();
		try {
			applyAll(blueprint, scope(blueprint, context), call);
			return new Outcome(true, List.of());
		}
		catch (InvalidEntry ex) {
			takeBack.run();
			return failed(Objects.toString(ex.getMessage()), "Blueprint validation failed");
		}
	}

	/**
	 * Uses what a text says; one that cannot be read fails like one that cannot be
	 * applied.
	 */
	Outcome reading(String yaml, Function<BlueprintDocument, Outcome> use) {
		try {
			return use.apply(BlueprintDocument.of(yaml, this.world.version()));
		}
		catch (InvalidEntry ex) {
			return failed(Objects.toString(ex.getMessage()));
		}
	}

	/** Nothing is applied for these reasons. */
	Outcome failed(String... events) {
		return new Outcome(false, Arrays.stream(events).map(this::warning).toList());
	}

	private Map<String, @Nullable Object> warning(String event) {
		return AuthentikJson.object("timestamp", TimeFormats.iso(this.world.now()), "log_level", "warning", "logger",
				"authentik.blueprints.v1.importer", "event", event, "attributes", Map.of());
	}

	private BlueprintScope scope(BlueprintDocument blueprint, Map<String, @Nullable Object> context) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(blueprint.context());
		all.putAll(context);
		return new BlueprintScope(this.world, all);
	}

	private void applyAll(BlueprintDocument blueprint, BlueprintScope scope, Call call) {
		if (!blueprint.version().equals(1)) {
			throw new InvalidEntry("Invalid blueprint version");
		}
		blueprint.entries().forEach((entry) -> apply(entry, scope, call));
	}

	private void apply(BlueprintEntry entry, BlueprintScope scope, Call call) {
		ApiResource kind = kindOf(entry, scope);
		if (!entry.conditions().stream().allMatch(scope::isTrue)) {
			return;
		}
		Map<String, @Nullable Object> identifiers = scope.resolved(entry.identifiers());
		Optional<Row> existing = existing(kind, identifiers);
		String state = stateOf(entry, scope);
		if (state.equals("absent")) {
			existing.ifPresent((row) -> kind.delete(row, call));
			return;
		}
		Map<String, @Nullable Object> values = scope.resolved(entry.attrs());
		values.putAll(identifiers);
		scope.knows(entry.id(), existing.map((row) -> kept(kind, row, state, values, call))
			.orElseGet(() -> created(kind, values, call)));
	}

	private static Row kept(ApiResource kind, Row row, String state, Map<String, @Nullable Object> values, Call call) {
		if (state.equals("must_created")) {
			throw InvalidEntry.because(Transactional.EXISTS);
		}
		if (state.equals("present")) {
			byTheRules(() -> {
				kind.changeFrom(row, values, false, call);
				return row;
			});
		}
		return row;
	}

	private static Row created(ApiResource kind, Map<String, @Nullable Object> values, Call call) {
		if (values.containsKey("pk")) {
			throw InvalidEntry.because("The laboratory does not let blueprints choose the key of a new object");
		}
		return byTheRules(() -> kind.createFrom(values, call));
	}

	private static Row byTheRules(Supplier<Row> change) {
		try {
			return change.get();
		}
		catch (RefusedRequest ex) {
			throw InvalidEntry.because("Serializer errors " + ex.response().text());
		}
	}

	private static String modelOf(BlueprintEntry entry, BlueprintScope scope) {
		return Objects.toString(scope.resolved(entry.model()));
	}

	private ApiResource kindOf(BlueprintEntry entry, BlueprintScope scope) {
		String model = modelOf(entry, scope);
		ApiResource kind = this.kinds.get(model);
		if (kind == null) {
			throw new InvalidEntry("App or Model does not exist: " + model);
		}
		return kind;
	}

	private static String stateOf(BlueprintEntry entry, BlueprintScope scope) {
		String state = Objects.toString(scope.resolved(entry.state()));
		if (!STATES.contains(state)) {
			throw InvalidEntry.because("'" + state + "' is not a valid BlueprintEntryDesiredState");
		}
		return state;
	}

	/** All identifiers must fit, or the key alone. */
	private static Optional<Row> existing(ApiResource kind, Map<String, @Nullable Object> identifiers) {
		Map<String, @Nullable Object> others = new LinkedHashMap<>(identifiers);
		Object pk = others.remove("pk");
		if (identifiers.isEmpty()) {
			throw InvalidEntry.because("No or invalid identifiers");
		}
		others.keySet().stream().filter((name) -> !kind.fields().has(name)).findFirst().ifPresent((name) -> {
			throw InvalidEntry.because("Invalid identifier field: Cannot resolve keyword '" + name + "' into field.");
		});
		return kind.rows()
			.filter((row) -> (pk != null && row.is("pk", pk))
					|| (!others.isEmpty() && BlueprintScope.hasAll(row, others)))
			.findFirst();
	}

}
