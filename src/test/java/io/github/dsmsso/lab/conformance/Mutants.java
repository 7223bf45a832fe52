package io.github.dsmsso.lab.conformance;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.contract.Fact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that are against the facts of a release in just one thing, made of bodies that
 * are not.
 */
final class Mutants {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#(\\w+)\"");

	private final Map<String, List<Fact>> facts;

	Mutants(List<Fact> facts) {
		this.facts = facts.stream().collect(Collectors.groupingBy(Fact::subject));
	}

	/**
	 * All mutants of a body, each under a name that says what is wrong with it; none of
	 * one that is no object. Of a page of a list, its first row is mutated.
	 * @param part the part of the operation that the body is, as its fact is named
	 */
	Map<String, JsonNode> of(String method, String path, String part, String body) {
		if (body.isEmpty()) {
			return Map.of();
		}
		return operation(method, path).flatMap((operation) -> fact(operation, part))
			.flatMap(this::referred)
			.map((object) -> mutants(JSON.readTree(body), object))
			.orElse(Map.of());
	}

	/** Fixed words win over variables. */
	private Optional<String> operation(String method, String path) {
		return this.facts.keySet()
			.stream()
			.filter((subject) -> (path + " " + method).matches(subject.replaceAll("\\{[^}]*}", "[^/]+")))
			.min(Comparator.comparing((subject) -> subject.contains("{")));
	}

	private Map<String, JsonNode> mutants(JsonNode body, String object) {
		if (!body.path("results").isArray()) {
			return mutants(body, "", object);
		}
		return fact(object, "results").flatMap(this::referred)
			.filter((row) -> !body.path("results").isEmpty())
			.map((row) -> mutants(body, "/results/0", row))
			.orElse(Map.of());
	}

	private Map<String, JsonNode> mutants(JsonNode body, String place, String object) {
		Map<String, JsonNode> mutants = new LinkedHashMap<>();
		mutants.put(object + " with an unknown field", mutant(body, place, (node) -> node.put("unheard_of", 1)));
		for (Fact fact : this.facts.get(object)) {
			String field = fact.plainName();
			if (body.at(place).has(field)) {
				wrongValues(fact).forEach((mistake, value) -> mutants.put(object + "." + field + " " + mistake,
						mutant(body, place, (node) -> node.set(field, value))));
				if (fact.isRequired()) {
					mutants.put(object + "." + field + " left out", mutant(body, place, (node) -> node.remove(field)));
				}
			}
		}
		return mutants;
	}

	private Map<String, JsonNode> wrongValues(Fact fact) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		if (fact.value().contains("\"type\"") || referred(fact).isPresent()) {
			values.put("of a wrong type", JSON.readTree("[[[]]]"));
			if (!fact.value().contains("\"nullable\":true")) {
				values.put("null", JSON.nullNode());
			}
		}
		if (isChoice(fact)) {
			values.put("that is no choice", JSON.valueToTree("unheard_of"));
		}
		return values;
	}

	private boolean isChoice(Fact fact) {
		return hasChoices(fact.subject(), fact.plainName()) || (!fact.value().contains("\"items\"")
				&& referred(fact).filter((object) -> hasChoices(object, "")).isPresent());
	}

	private boolean hasChoices(String subject, String name) {
		return this.facts.get(subject).stream().anyMatch((fact) -> fact.isChoice() && fact.chooser().equals(name));
	}

	private Optional<Fact> fact(String subject, String name) {
		return this.facts.get(subject).stream().filter((fact) -> fact.plainName().equals(name)).findFirst();
	}

	private Optional<String> referred(Fact fact) {
		Matcher reference = REFERENCE.matcher(fact.value());
		return reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
	}

	private static JsonNode mutant(JsonNode body, String place, Consumer<ObjectNode> mistake) {
		JsonNode copy = body.deepCopy();
		mistake.accept((ObjectNode) copy.at(place));
		return copy;
	}

}
