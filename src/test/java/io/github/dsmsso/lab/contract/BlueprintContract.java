package io.github.dsmsso.lab.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.wizard.shared.Version;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What authentik publishes about its blueprints, held against one. What a tag finds is
 * known to authentik alone, so that of such a field the name is checked.
 */
public final class BlueprintContract {

	private static final Object FOUND = new Object();

	/** The validator is older than Jackson 3. */
	private static final ObjectMapper JACKSON_2 = new ObjectMapper();

	private final JsonNode models;

	private final Set<String> violations = new TreeSet<>();

	private BlueprintContract(JsonNode description) {
		this.models = description.path("$defs");
	}

	/**
	 * The laboratory's releases of which there is a schema: not of each line, and of the
	 * last release of a line.
	 */
	public static Stream<String> releases() {
		Releases published = Facts.committed().releases(Published.BLUEPRINTS);
		return AuthentikVersion.all()
			.stream()
			.map(AuthentikVersion::number)
			.filter((number) -> published.haveLineOf(Version.parse(number)))
			.filter((number) -> !SchemaCaveat.REDIRECT_URIS_WERE_A_TEXT.concerns(Version.parse(number)));
	}

	/**
	 * What is wrong with a blueprint.
	 * @param release the exact number of the authentik that is to take it
	 */
	public static Set<String> violations(String release, String blueprint) {
		List<Set<String>> judgements = AllPublications.here()
			.map((where) -> new BlueprintContract(description(where, Version.parse(release))))
			.map((contract) -> contract.judge(blueprint))
			.distinct()
			.toList();
		return (judgements.size() == 1) ? judgements.get(0)
				: Set.of("The facts in the repository and the whole schema differ: " + judgements);
	}

	private static JsonNode description(Publications where, Version release) {
		return where.read(Published.BLUEPRINTS,
				where.releases(Published.BLUEPRINTS).standingFor(release).orElseThrow());
	}

	private Set<String> judge(String blueprint) {
		Map<String, List<Map<String, Object>>> read = new Yaml(new Tags()).load(blueprint);
		for (Map<String, Object> entry : read.get("entries")) {
			judge(entry, "identifiers");
			judge(entry, "attrs");
		}
		return this.violations;
	}

	@SuppressWarnings("unchecked")
	private void judge(Map<String, Object> entry, String part) {
		JsonNode model = this.models.path("model_" + entry.get("model"));
		Map<String, Object> values = new LinkedHashMap<>((Map<String, Object>) entry.get(part));
		values.keySet()
			.stream()
			.filter((name) -> !model.path("properties").has(name))
			.forEach((name) -> this.violations.add(entry.get("model") + " has no " + name));
		values.entrySet()
			.removeIf((value) -> value.getValue() == FOUND || isNoReference(value, model.path("properties")));
		values.replaceAll((name, value) -> (value instanceof List<?> list) ? known(list) : value);
		this.violations.addAll(against(model, values));
	}

	/**
	 * A reference may be null, as in the API, which the schemas of blueprints do not say.
	 */
	private static boolean isNoReference(Map.Entry<String, Object> value, JsonNode fields) {
		return value.getValue() == null && fields.path(value.getKey()).path("format").asString("").equals("uuid");
	}

	private static List<?> known(List<?> list) {
		return list.stream().filter((value) -> value != FOUND).toList();
	}

	private static List<String> against(JsonNode model, Map<String, Object> values) {
		try {
			List<String> messages = new ArrayList<>();
			JsonSchemaFactory.byDefault()
				.getJsonSchema(JACKSON_2.readTree(olderDraft(model).toString()))
				.validate(JACKSON_2.valueToTree(values))
				.forEach((message) -> messages
					.add(message.asJson().at("/instance/pointer").asText() + ": " + message.getMessage()));
			return messages;
		}
		catch (IOException | ProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The validator's draft knows no list of required fields that is empty. */
	private static JsonNode olderDraft(JsonNode model) {
		return model.path("required").isEmpty() ? ((ObjectNode) model.deepCopy()).without("required") : model;
	}

	/** Reads what any tag stands before as {@link #FOUND}. */
	private static final class Tags extends SafeConstructor {

		Tags() {
			super(new LoaderOptions());
			this.yamlMultiConstructors.put("!", new AbstractConstruct() {

				@Override
				public Object construct(Node node) {
					return FOUND;
				}

			});
		}

	}

}
