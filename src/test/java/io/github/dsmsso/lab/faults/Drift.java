package io.github.dsmsso.lab.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.http.LabResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of a release that nobody has seen yet: the object a caller asks for has changed
 * its shape. It is the {@code data} of DSM's envelope, each of authentik's
 * {@code results}, and otherwise the whole answer.
 */
final class Drift {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Drift() {
	}

	static LabResponse missing(LabResponse response) {
		return drifted(response, ObjectNode::removeAll);
	}

	static LabResponse renamed(LabResponse response) {
		return drifted(response,
				(object) -> names(object).forEach((name) -> object.set(name + "_v2", object.remove(name))));
	}

	/** A text becomes a list, everything else a text. */
	static LabResponse otherType(LabResponse response) {
		return drifted(response, (object) -> names(object).forEach((name) -> {
			JsonNode value = object.get(name);
			object.set(name, value.isString() ? JSON.createArrayNode().add(value) : JSON.valueToTree(value.toString()));
		}));
	}

	static LabResponse extra(LabResponse response) {
		return drifted(response,
				(object) -> object.put("x_unheard_of", "new").putObject("x_nested").put("name", "new").put("pk", 1));
	}

	/** Every name of the outermost object comes twice, with the same value. */
	static LabResponse duplicate(LabResponse response) {
		return rewritten(response, (text) -> {
			int end = text.lastIndexOf('}');
			String members = text.substring(text.indexOf('{') + 1, Math.max(end, 1));
			return members.isBlank() ? text : "{" + members + "," + members + "}";
		});
	}

	private static LabResponse drifted(LabResponse response, Consumer<ObjectNode> change) {
		return rewritten(response, (text) -> {
			JsonNode answer = JSON.readTree(text);
			asked(answer).forEach(change);
			return JSON.writeValueAsString(answer);
		});
	}

	private static List<ObjectNode> asked(JsonNode answer) {
		if (answer.path("data").isObject()) {
			return List.of((ObjectNode) answer.path("data"));
		}
		if (answer.path("results").isArray()) {
			return answer.path("results").valueStream().map(ObjectNode.class::cast).toList();
		}
		return answer.isObject() ? List.of((ObjectNode) answer) : List.of();
	}

	private static List<String> names(ObjectNode object) {
		return List.copyOf(object.propertyNames());
	}

	/** What is no JSON has no schema to drift from. */
	private static LabResponse rewritten(LabResponse response, UnaryOperator<String> change) {
		try {
			String text = response.text();
			return text.stripLeading().startsWith("{")
					? response.withBody(change.apply(text).getBytes(StandardCharsets.UTF_8)) : response;
		}
		catch (JacksonException ex) {
			return response;
		}
	}

}
