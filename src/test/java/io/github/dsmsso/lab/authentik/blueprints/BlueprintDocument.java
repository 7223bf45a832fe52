package io.github.dsmsso.lab.authentik.blueprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.jspecify.annotations.Nullable;

/**
 * Objects that an instance shall have, as authentik's blueprints write them down.
 *
 * @param version the version of the format, which is 1
 * @param metadata name and labels; empty for none
 * @param context what {@code !Context} knows unless told otherwise
 * @param entries the objects, in their order
 */
record BlueprintDocument(Object version, Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> context,
		List<BlueprintEntry> entries) {

	/**
	 * Reads a blueprint as a release does.
	 * @throws InvalidEntry if it is no YAML, not of the form, or has a tag that the
	 * laboratory does not know
	 */
	static BlueprintDocument of(String yaml, AuthentikVersion release) {
		Map<String, @Nullable Object> members = BlueprintMembers.object("blueprint", BlueprintTags.read(yaml));
		return new BlueprintDocument(Objects.requireNonNullElse(members.get("version"), 1), metadata(members),
				BlueprintMembers.object("context", members),
				entries(members.get("entries"), release).stream().map(BlueprintEntry::of).toList());
	}

	private static Map<String, @Nullable Object> metadata(Map<String, @Nullable Object> members) {
		Map<String, @Nullable Object> metadata = BlueprintMembers.object("metadata", members);
		if (!metadata.isEmpty()) {
			if (!(metadata.get("name") instanceof String)) {
				throw new InvalidEntry("missing value for field \"metadata.name\"");
			}
			metadata.putIfAbsent("labels", Map.of());
		}
		return metadata;
	}

	private static List<?> entries(@Nullable Object entries, AuthentikVersion release) {
		if (entries instanceof Map<?, ?> sections && release.has(Behaviour.BLUEPRINT_SECTIONS)) {
			List<Object> all = new ArrayList<>();
			sections.values().forEach((section) -> all.addAll(BlueprintMembers.list("entries", section)));
			return all;
		}
		return BlueprintMembers.list("entries", entries);
	}

}
