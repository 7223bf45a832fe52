package io.github.dsmsso.lab.authentik.blueprints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The members of what a blueprint writes down, by their type. */
final class BlueprintMembers {

	private BlueprintMembers() {
	}

	/** The list, which is empty where there is none. */
	static List<?> list(String name, @Nullable Object value) {
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list;
		}
		throw wrongType(name);
	}

	/** A member that is an object, empty where there is none. */
	static Map<String, @Nullable Object> object(String name, Map<String, @Nullable Object> members) {
		return object(name, (members.get(name) != null) ? members.get(name) : Map.of());
	}

	static Map<String, @Nullable Object> object(String name, @Nullable Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			throw wrongType(name);
		}
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((key, member) -> object.put(String.valueOf(key), member));
		return object;
	}

	private static InvalidEntry wrongType(String name) {
		return new InvalidEntry("wrong value type for field \"" + name + "\"");
	}

}
