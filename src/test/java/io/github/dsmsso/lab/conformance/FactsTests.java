package io.github.dsmsso.lab.conformance;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.lab.contract.FactText;
import io.github.dsmsso.lab.contract.Facts;
import io.github.dsmsso.lab.contract.Publications;
import io.github.dsmsso.lab.contract.Published;
import io.github.dsmsso.lab.contract.PublishedFolder;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the facts in the repository are those of what is published. Where that does not
 * lie beside the project, they are put together and taken apart again, which notices a
 * line that was changed, added or moved by hand.
 */
class FactsTests {

	private static final Publications PUBLISHED = PublishedFolder.find()
		.<Publications>map((folder) -> folder)
		.orElseGet(Facts::committed);

	/** What is taken of an operation, and the words about it that are for people. */
	private static final Set<String> OF_AN_OPERATION = Set.of("parameters", "requestBody", "responses", "security",
			"operationId", "description", "tags");

	private static final Set<String> OF_A_MESSAGE = Set.of("content", "required", "description");

	static Stream<Version> releases() {
		return PUBLISHED.releases(Published.API).all().stream();
	}

	@Test
	void factsAreThoseOfWhatIsPublished() throws IOException {
		if ("write".equals(System.getProperty("facts"))) {
			FactsGenerator.write(PUBLISHED);
		}
		else {
			assertThat(FactsGenerator.text(PUBLISHED))
				.as("To take them again: mvn test -Dtest=FactsTests -Dfacts=write")
				.isEqualTo(Facts.committedText());
		}
	}

	@ParameterizedTest
	@MethodSource("releases")
	void objectsArePutTogetherAgainAsTheyWere(Version release) {
		JsonNode whole = PUBLISHED.read(Published.API, release);
		JsonNode again = Published.API.describe(Published.API.facts(whole, PlayedOperations::include));
		assertThat(again.at("/components/schemas").propertyStream()).hasSizeGreaterThan(50)
			.allSatisfy((schema) -> assertThat(withoutOrder(schema.getValue())).as(schema.getKey())
				.isEqualTo(withoutOrder(whole.at("/components/schemas").path(schema.getKey()))));
	}

	@ParameterizedTest
	@MethodSource("releases")
	void nothingIsSaidOfOperationsThatIsPassedOver(Version release) {
		JsonNode whole = PUBLISHED.read(Published.API, release);
		whole.path("paths").valueStream().flatMap(JsonNode::valueStream).forEach((operation) -> {
			assertThat(operation.propertyNames()).isSubsetOf(OF_AN_OPERATION);
			Stream.concat(operation.path("responses").valueStream(), Stream.of(operation.path("requestBody")))
				.map((message) -> message.has("$ref") ? whole.at(message.path("$ref").asString().substring(1))
						: message)
				.forEach(FactsTests::isSchemaAlone);
		});
	}

	private static void isSchemaAlone(JsonNode message) {
		assertThat(message.propertyNames()).isSubsetOf(OF_A_MESSAGE);
		assertThat(message.path("content").valueStream())
			.allSatisfy((body) -> assertThat(body.propertyNames()).containsExactly("schema"));
	}

	private static JsonNode withoutOrder(JsonNode schema) {
		ObjectNode plain = (ObjectNode) FactText.plain(schema);
		Stream.concat(Stream.of(plain), plain.path("properties").valueStream()).forEach((part) -> {
			sort((ObjectNode) part, "required");
			sort((ObjectNode) part, "enum");
		});
		return plain;
	}

	private static void sort(ObjectNode schema, String list) {
		if (schema.has(list)) {
			schema.put(list, schema.path(list).valueStream().map(JsonNode::toString).sorted().toList().toString());
		}
	}

}
