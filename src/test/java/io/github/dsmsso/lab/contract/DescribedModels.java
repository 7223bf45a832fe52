package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The models of authentik's schema of blueprints, as far as an export writes them.
 */
final class DescribedModels {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> MODELS = List.of("authentik_core.application", "authentik_policies.policybinding",
			"authentik_providers_oauth2.oauth2provider", "authentik_providers_oauth2.scopemapping");

	private static final String PREFIX = "model_";

	private DescribedModels() {
	}

	static Collection<Fact> facts(JsonNode description) {
		Set<Fact> facts = new TreeSet<>();
		for (String name : MODELS) {
			JsonNode model = description.path("$defs").path(PREFIX + name);
			List<String> required = model.path("required").valueStream().map(JsonNode::asString).toList();
			model.path("properties")
				.forEachEntry((field, value) -> facts
					.add(Fact.of(name, field, required.contains(field), FactText.of(value))));
		}
		return facts;
	}

	/** The same models in a schema that has nothing else. */
	static JsonNode describe(Collection<Fact> facts) {
		ObjectNode description = JSON.createObjectNode();
		for (Fact fact : facts) {
			ObjectNode model = description.withObjectProperty("$defs").withObjectProperty(PREFIX + fact.subject());
			model.withObjectProperty("properties").set(fact.plainName(), FactText.read(fact.value()));
			if (fact.isRequired()) {
				model.withArrayProperty("required").add(fact.plainName());
			}
		}
		return description;
	}

}
