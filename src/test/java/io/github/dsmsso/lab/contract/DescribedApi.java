package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI description of authentik, of which the facts are taken: each operation that
 * is of use, and each object that these operations speak of.
 */
final class DescribedApi {

	/** Is not named, for nearly everything is. */
	static final String JSON = "application/json";

	private static final Pattern REFERENCE = Pattern.compile("\"#(\\w+)\"");

	private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

	private final JsonNode description;

	private final Operations used;

	private final Set<Fact> facts = new TreeSet<>();

	private final Set<String> objects = new TreeSet<>();

	private DescribedApi(JsonNode description, Operations used) {
		this.description = description;
		this.used = used;
	}

	static Collection<Fact> facts(JsonNode description, Operations used) {
		DescribedApi api = new DescribedApi(description, used);
		api.takeAddress();
		api.takeOperations();
		return api.facts;
	}

	private void takeAddress() {
		take("servers", "", false, this.description.path("servers"));
		this.description.at("/components/securitySchemes")
			.forEachEntry((name, scheme) -> take("securitySchemes", name, false, scheme));
	}

	private void takeOperations() {
		this.description.path("paths")
			.forEachEntry((path, operations) -> METHODS.stream()
				.filter((method) -> operations.has(method) && this.used.include(method, path))
				.forEach((method) -> takeOperation(path + " " + method.toUpperCase(Locale.ROOT),
						operations.path(method))));
	}

	private void takeOperation(String subject, JsonNode operation) {
		take(subject, "security", false, operation.path("security"));
		operation.path("parameters").forEach((parameter) -> takeParameter(subject, (ObjectNode) resolved(parameter)));
		JsonNode body = operation.path("requestBody");
		if (body.isObject()) {
			takeContent(subject, "body", body.path("required").asBoolean(false), body);
		}
		operation.path("responses")
			.forEachEntry((status, answer) -> takeContent(subject, status, false, resolved(answer)));
	}

	private void takeParameter(String subject, ObjectNode parameter) {
		take(subject, parameter.path("in").asString() + " " + parameter.path("name").asString(),
				parameter.path("required").asBoolean(false),
				parameter.deepCopy().without(Set.of("in", "name", "required")));
	}

	/** What a reference to a part that operations share leads to. */
	private JsonNode resolved(JsonNode part) {
		return part.has("$ref") ? this.description.at(part.path("$ref").asString().substring(1)) : part;
	}

	private void takeContent(String subject, String name, boolean required, JsonNode message) {
		JsonNode content = message.path("content");
		if (content.isEmpty()) {
			take(subject, name, required, content);
		}
		content.forEachEntry((type, body) -> take(subject, type.equals(JSON) ? name : name + " " + type, required,
				body.path("schema")));
	}

	private void take(String subject, String name, boolean required, JsonNode value) {
		JsonNode rest = value.deepCopy();
		JsonNode schema = rest.has("schema") ? rest.path("schema") : rest;
		if (schema.path("enum").isArray()) {
			((ObjectNode) schema).remove("enum")
				.forEach((choice) -> this.facts.add(Fact.choice(subject, name, choice.toString())));
		}
		String text = rest.isMissingNode() ? "" : FactText.of(rest);
		this.facts.add(Fact.of(subject, name, required, text));
		REFERENCE.matcher(text).results().map((reference) -> reference.group(1)).forEach(this::takeObject);
	}

	private void takeObject(String name) {
		if (this.objects.add(name)) {
			ObjectNode schema = (ObjectNode) this.description.path("components").path("schemas").path(name);
			List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
			schema.path("properties")
				.forEachEntry((field, value) -> take(name, field, required.contains(field), value));
			take(name, "", false, schema.deepCopy().without(Set.of("properties", "required")));
		}
	}

}
