package io.github.dsmsso.wizard.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ComparedField;
import io.github.dsmsso.wizard.plan.ComparedObject;
import io.github.dsmsso.wizard.plan.Operation;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.plan.ThreeWay;

/**
 * Everything that a run may change on both sides, as the simulators hold it, field by
 * field in the words of a plan.
 *
 * @param values the fields by object
 */
record Inventory(Map<Owner, Map<String, Object>> values) {

	private static final Map<String, String> KINDS = Map.of("oauth2provider", "provider", "application", "application",
			"policybinding", "binding", "scopemapping", "scope-mapping", "certificatekeypair", "signing-key", "user",
			"user");

	/**
	 * An object: what kind it is, and its key where there are several.
	 */
	record Owner(String kind, String pk) implements Comparable<Owner> {

		@Override
		public int compareTo(Owner other) {
			return toString().compareTo(other.toString());
		}

	}

	@SuppressWarnings("unchecked")
	static Inventory of(Bench bench) {
		Map<String, Object> everything = bench.everything();
		Map<Owner, Map<String, Object>> values = new TreeMap<>();
		values.put(new Owner("oidc-sso", ""), (Map<String, Object>) everything.get("oidc"));
		values.put(new Owner("sso-profile", ""),
				Map.of("sso_enable", everything.get("enabled"), "sso_profile", everything.get("profile")));
		values.put(new Owner("sso-setting", ""), Map.of("sso_default_login", everything.get("default")));
		((Map<String, List<Map<String, Object>>>) everything.get("authentik")).forEach((model, rows) -> {
			for (Map<String, Object> row : rows) {
				values.put(owner(KINDS.get(model), row, values.keySet()), row);
			}
		});
		return new Inventory(values);
	}

	/**
	 * A binding that was deleted and made again has another key, and is the same to
	 * everybody.
	 */
	private static Owner owner(String kind, Map<String, Object> row, Set<Owner> others) {
		if (!kind.equals("binding")) {
			return new Owner(kind, String.valueOf(row.get("pk")));
		}
		row.remove("pk");
		Owner owner = new Owner(kind, row.get("target") + " " + row.get("group") + " " + row.get("user"));
		return others.contains(owner) ? new Owner(kind, owner.pk() + " again") : owner;
	}

	/** What there is now and was not before, or was and is not, or is otherwise. */
	List<String> differencesTo(Inventory later) {
		Set<Owner> owners = new TreeSet<>(this.values.keySet());
		owners.addAll(later.values.keySet());
		return owners.stream().flatMap((owner) -> differences(owner, later).stream()).sorted().toList();
	}

	private Collection<String> differences(Owner owner, Inventory later) {
		Map<String, Object> before = this.values.get(owner);
		Map<String, Object> after = later.values.get(owner);
		if (before == null || after == null) {
			return List.of(owner.kind() + ((before == null) ? " has come" : " has gone"));
		}
		Set<String> fields = new TreeSet<>(before.keySet());
		fields.addAll(after.keySet());
		return fields.stream()
			.filter((field) -> !Objects.equals(before.get(field), after.get(field)))
			.map((field) -> owner.kind() + " " + field)
			.toList();
	}

	/** What a comparison tells, in the same words. */
	static List<String> differencesIn(ThreeWay comparison, List<Change> writes) {
		List<String> differences = new ArrayList<>();
		for (int index = 0; index < writes.size(); index++) {
			ComparedObject object = comparison.objects().get(index);
			if (object.standing() != Standing.AS_BEFORE) {
				differences.addAll(differences(object, writes.get(index).operation()));
			}
		}
		return differences.stream().sorted().toList();
	}

	private static List<String> differences(ComparedObject object, Operation operation) {
		return switch (operation) {
			case CREATE -> List.of(object.object() + " has come");
			case DELETE -> List.of(object.object() + " has gone");
			case UPDATE,
					NONE ->
				object.fields()
					.stream()
					.filter((field) -> !field.isAsBefore())
					.map(ComparedField::field)
					.map((field) -> object.object() + " " + field)
					.toList();
		};
	}

	/** Objects of one kind. */
	Map<Owner, Map<String, Object>> ofKind(String kind) {
		return this.values.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().kind().equals(kind))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
