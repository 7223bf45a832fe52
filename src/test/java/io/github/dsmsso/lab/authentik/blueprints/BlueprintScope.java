package io.github.dsmsso.lab.authentik.blueprints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** What the tags of a blueprint can refer to while it is applied. */
final class BlueprintScope {

	/** A value that is known when its entry's turn comes. */
	@FunctionalInterface
	interface Deferred {

		@Nullable Object in(BlueprintScope scope);

	}

	private final AuthentikWorld world;

	private final Map<String, @Nullable Object> context;

	private final Map<String, Object> keys = new HashMap<>();

	BlueprintScope(AuthentikWorld world, Map<String, @Nullable Object> context) {
		this.world = world;
		this.context = context;
	}

	boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	/** The value with all its tags resolved. */
	@Nullable Object resolved(@Nullable Object value) {
		if (value instanceof Deferred deferred) {
			return deferred.in(this);
		}
		if (value instanceof List<?> list) {
			return resolved(list);
		}
		return (value instanceof Map<?, ?> map) ? resolved(map) : value;
	}

	List<@Nullable Object> resolved(List<?> values) {
		List<@Nullable Object> resolved = new ArrayList<>();
		values.forEach((value) -> resolved.add(resolved(value)));
		return resolved;
	}

	Map<String, @Nullable Object> resolved(Map<?, ?> values) {
		Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
		values.forEach((name, value) -> resolved.put(String.valueOf(name), resolved(value)));
		return resolved;
	}

	/** Whether Python takes the value for true. */
	boolean isTrue(@Nullable Object value) {
		Object resolved = resolved(value);
		if (resolved instanceof Collection<?> collection) {
			return !collection.isEmpty();
		}
		return resolved != null && !List.of(false, 0, "", Map.of()).contains(resolved);
	}

	/** From now on the entry's object is known by the entry's id. */
	void knows(@Nullable String id, Row row) {
		if (id != null) {
			this.keys.put(id, row.pk());
		}
	}

	/** {@code !KeyOf}: the key of an entry's object. */
	Object keyOf(String id) {
		Object key = this.keys.get(id);
		if (key == null) {
			throw InvalidEntry.because("KeyOf: failed to find entry with `id` of `" + id + "` and a model instance");
		}
		return key;
	}

	/** {@code !Context}. */
	@Nullable Object context(String name, @Nullable Object otherwise) {
		return resolved(this.context.containsKey(name) ? this.context.get(name) : otherwise);
	}

	/** {@code !Find}: the key of the first object with these values, or null. */
	@Nullable Object find(String model, Map<String, @Nullable Object> values) {
		Table table = this.world.permissions()
			.table(model)
			.orElseThrow(() -> InvalidEntry.because("App or Model does not exist: " + model));
		return table.stream()
			.filter((row) -> row.get("protocol") == null && hasAll(row, values))
			.findFirst()
			.map(Row::pk)
			.orElse(null);
	}

	static boolean hasAll(Row row, Map<String, @Nullable Object> values) {
		return values.entrySet().stream().allMatch((value) -> row.is(value.getKey(), value.getValue()));
	}

}
