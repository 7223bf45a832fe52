package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description that facts of {@link DescribedApi} make up. */
final class FactualApi {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ObjectNode description = JSON.createObjectNode();

	private final Map<String, List<Fact>> choices;

	private FactualApi(Collection<Fact> facts) {
		this.choices = facts.stream()
			.filter(Fact::isChoice)
			.collect(Collectors.groupingBy((fact) -> part(fact.subject(), fact.chooser())));
		this.description.put("openapi", "3.0.3");
		this.description.putObject("info").put("title", "authentik").put("version", "");
	}

	static JsonNode describe(Collection<Fact> facts) {
		FactualApi api = new FactualApi(facts);
		facts.stream().filter((fact) -> !fact.isChoice()).forEach(api::say);
		return api.description;
	}

	private void say(Fact fact) {
		if (fact.subject().equals("servers")) {
			this.description.set("servers", value(fact));
		}
		else if (fact.subject().equals("securitySchemes")) {
			components(fact.subject()).set(fact.name(), value(fact));
		}
		else if (fact.subject().startsWith("/")) {
			sayOfOperation(operation(fact.subject()), fact);
		}
		else {
			sayOfObject(components("schemas").withObjectProperty(fact.subject()), fact);
		}
	}

	private static String part(String subject, String name) {
		return subject + "\t" + name;
	}

	private JsonNode value(Fact fact) {
		JsonNode value = FactText.read(fact.value());
		List<Fact> choices = this.choices.get(part(fact.subject(), fact.plainName()));
		if (choices != null) {
			JsonNode schema = value.has("schema") ? value.path("schema") : value;
			((ObjectNode) schema).set("enum",
					JSON.valueToTree(choices.stream().map(Fact::choice).map(JSON::readTree).toList()));
		}
		return value;
	}

	private ObjectNode components(String kind) {
		return this.description.withObjectProperty("components").withObjectProperty(kind);
	}

	private ObjectNode operation(String subject) {
		int space = subject.indexOf(' ');
		return this.description.withObjectProperty("paths")
			.withObjectProperty(subject.substring(0, space))
			.withObjectProperty(subject.substring(space + 1).toLowerCase(Locale.ROOT));
	}

	private void sayOfOperation(ObjectNode operation, Fact fact) {
		String[] words = fact.plainName().split(" ");
		switch (words[0]) {
			case "security" -> operation.set("security", value(fact));
			case "query", "path" -> sayOfParameter(operation.withArrayProperty("parameters").addObject(), words, fact);
			case "body" ->
				fill(operation.withObjectProperty("requestBody").put("required", fact.isRequired()), words, fact);
			default ->
				fill(operation.withObjectProperty("responses").withObjectProperty(words[0]).put("description", ""),
						words, fact);
		}
	}

	private void sayOfParameter(ObjectNode parameter, String[] words, Fact fact) {
		parameter.put("in", words[0]).put("name", words[1]).put("required", fact.isRequired());
		parameter.setAll((ObjectNode) value(fact));
	}

	private void fill(ObjectNode message, String[] words, Fact fact) {
		if (!fact.value().isEmpty()) {
			message.withObjectProperty("content")
				.putObject((words.length > 1) ? words[1] : DescribedApi.JSON)
				.set("schema", value(fact));
		}
	}

	private void sayOfObject(ObjectNode schema, Fact fact) {
		if (fact.name().isEmpty()) {
			schema.setAll((ObjectNode) value(fact));
		}
		else {
			schema.withObjectProperty("properties").set(fact.plainName(), value(fact));
			if (fact.isRequired()) {
				schema.withArrayProperty("required").add(fact.plainName());
			}
		}
	}

}
