package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What OpenTofu tells of its providers ({@code tofu providers schema -json}, without the
 * frame), as far as an export has to do with it.
 */
final class DescribedResources {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> RESOURCES = Set.of("authentik_application", "authentik_policy_binding",
			"authentik_property_mapping_provider_scope", "authentik_provider_oauth2",
			"synology_core_directory_oidc_sso");

	private static final Set<String> DATA_SOURCES = Set.of("authentik_certificate_key_pair", "authentik_flow",
			"authentik_group", "authentik_property_mapping_provider_scope", "authentik_user");

	private final Set<Fact> facts = new TreeSet<>();

	private DescribedResources() {
	}

	static Collection<Fact> facts(JsonNode description) {
		DescribedResources resources = new DescribedResources();
		description.forEachEntry(resources::takeProvider);
		return resources.facts;
	}

	private void takeProvider(String name, JsonNode provider) {
		takeAttributes(name + " provider", provider.path("provider"));
		for (String type : RESOURCES) {
			takeAttributes(name + " resources " + type, provider.path("resources").path(type));
		}
		for (String type : DATA_SOURCES) {
			takeAttributes(name + " data_sources " + type, provider.path("data_sources").path(type));
		}
	}

	private void takeAttributes(String subject, JsonNode schema) {
		schema.at("/block/attributes")
			.forEachEntry((name, attribute) -> this.facts.add(new Fact(subject, name, FactText.of(attribute))));
	}

	/** The same, put together again. */
	static JsonNode describe(Collection<Fact> facts) {
		ObjectNode description = JSON.createObjectNode();
		for (Fact fact : facts) {
			ObjectNode schema = description;
			for (String step : List.of(fact.subject().split(" "))) {
				schema = schema.withObjectProperty(step);
			}
			schema.withObjectProperty("block")
				.withObjectProperty("attributes")
				.set(fact.name(), FactText.read(fact.value()));
		}
		return description;
	}

}
