package io.github.dsmsso.lab.authentik.blueprints;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One object of a blueprint. Every value may be a tag, or contain some.
 *
 * @param model the kind of the object, as {@code authentik_core.application}
 * @param state what shall become of it
 * @param conditions all of which must hold, or the entry is passed over
 * @param identifiers what the object is known by
 * @param attrs what else it shall have
 * @param id what {@code !KeyOf} calls it, or null
 */
record BlueprintEntry(Object model, Object state, List<?> conditions, Map<String, @Nullable Object> identifiers,
		Map<String, @Nullable Object> attrs, @Nullable String id) {

	/** What only blueprints can set, of an entry or of its object. */
	private static final List<String> UNPLAYED = List.of("permissions", "icon", "password");

	static BlueprintEntry of(@Nullable Object entry) {
		Map<String, @Nullable Object> members = BlueprintMembers.object("entries", entry);
		Map<String, @Nullable Object> attrs = BlueprintMembers.object("attrs", members);
		Object model = members.get("model");
		if (model == null) {
			throw new InvalidEntry("missing value for field \"entries.model\"");
		}
		refuseUnplayed(members);
		refuseUnplayed(attrs);
		return new BlueprintEntry(model, Objects.requireNonNullElse(members.get("state"), "present"),
				BlueprintMembers.list("conditions", members.get("conditions")),
				BlueprintMembers.object("identifiers", members), attrs, Objects.toString(members.get("id"), null));
	}

	private static void refuseUnplayed(Map<String, @Nullable Object> members) {
		UNPLAYED.stream().filter(members::containsKey).findFirst().ifPresent((name) -> {
			throw new InvalidEntry("The laboratory does not play \"" + name + "\" in blueprints");
		});
	}

}
