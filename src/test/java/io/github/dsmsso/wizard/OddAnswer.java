package io.github.dsmsso.wizard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.github.dsmsso.lab.calls.CallName;
import io.github.dsmsso.lab.calls.CompoundCall;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of which one field is not as it is described.
 *
 * @param stage while what it is so
 * @param field which field of which answer
 * @param oddity what is odd about it
 */
record OddAnswer(Stage stage, Field field, Oddity oddity) {

	private static final String COMPOUND = "SYNO.Entry.Request request";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** The names of all fields of an answer; none where it is no JSON. */
	static Set<Field> fieldsOf(Side side, LabRequest request, LabResponse response) {
		Optional<CompoundCall> compound = CompoundCall.of(request);
		if (compound.isEmpty()) {
			return fieldsOf(side, CallName.of(request).text(), json(response));
		}
		Set<Field> fields = new LinkedHashSet<>();
		Set.of("success", "data").forEach((name) -> fields.add(new Field(side, COMPOUND, "/" + name)));
		List<LabRequest> members = compound.get().members();
		for (int place = 0; place < members.size(); place++) {
			fields.addAll(fieldsOf(side, CallName.of(members.get(place)).text(), result(json(response), place)));
		}
		return fields;
	}

	private static Set<Field> fieldsOf(Side side, String call, JsonNode json) {
		Set<String> paths = new LinkedHashSet<>();
		collect(json, "", paths);
		return paths.stream()
			.map((path) -> new Field(side, call, path))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static JsonNode result(JsonNode answer, int place) {
		return answer.path("data").path("result").path(place);
	}

	private static void collect(JsonNode node, String path, Set<String> paths) {
		node.forEachEntry((name, value) -> {
			paths.add(path + "/" + name);
			collect(value, path + "/" + name, paths);
		});
		if (node.isArray() && !node.isEmpty()) {
			paths.add(path + "/*");
			node.forEach((element) -> collect(element, path + "/*", paths));
		}
	}

	private static JsonNode json(LabResponse response) {
		try {
			return JSON.readTree(response.body());
		}
		catch (JacksonException ex) {
			return NODES.missingNode();
		}
	}

	/** The answer as it comes now. */
	LabResponse of(Side side, LabRequest request, LabResponse response) {
		JsonNode json = json(response);
		List<JsonNode> meant = (side == this.field.side()) ? meant(request, json) : List.of();
		meant.forEach((answer) -> change(answer, List.of(this.field.path().substring(1).split("/"))));
		return (!meant.isEmpty() && json.isContainer()) ? response.withText(json.toString()) : response;
	}

	/** The answer, or those of its parts that answer a member of a compound. */
	private List<JsonNode> meant(LabRequest request, JsonNode json) {
		if (isMeant(request)) {
			return List.of(json);
		}
		List<LabRequest> members = CompoundCall.of(request).map(CompoundCall::members).orElse(List.of());
		return IntStream.range(0, members.size())
			.filter((place) -> isMeant(members.get(place)))
			.mapToObj((place) -> result(json, place))
			.toList();
	}

	private boolean isMeant(LabRequest request) {
		return CallName.of(request).text().equals(this.field.call());
	}

	private void change(JsonNode node, List<String> path) {
		String name = path.get(0);
		if (path.size() > 1) {
			List<String> rest = path.subList(1, path.size());
			children(node, name).forEach((child) -> change(child, rest));
		}
		else if (node instanceof ObjectNode object && object.has(name)) {
			replace(object, name);
		}
		else if (node instanceof ArrayNode array && name.equals("*") && !array.isEmpty()) {
			replaceFirst(array);
		}
	}

	private static List<JsonNode> children(JsonNode node, String name) {
		return name.equals("*") ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node.path(name));
	}

	private void replace(ObjectNode object, String name) {
		JsonNode odd = this.oddity.instead(object.get(name));
		if (odd != null) {
			object.set(name, odd);
		}
		else {
			object.remove(name);
		}
	}

	private void replaceFirst(ArrayNode array) {
		JsonNode odd = this.oddity.instead(array.get(0));
		if (odd != null) {
			array.set(0, odd);
		}
		else {
			array.remove(0);
		}
	}

	@Override
	public String toString() {
		return this.stage + " " + this.field + " " + this.oddity;
	}

	/**
	 * A field.
	 *
	 * @param side who answers
	 * @param call the name of the call
	 * @param path where in the answer, such as {@code /results/*}{@code /pk}
	 */
	record Field(Side side, String call, String path) {

		@Override
		public String toString() {
			return this.side + " " + this.call + " " + this.path;
		}

	}

	/** A part of the way. */
	enum Stage {

		/** Until the plan is confirmed. */
		CONNECT,
		/** While the plan is applied, proven and recorded. */
		APPLY,
		/** While it is undone. */
		UNDO

	}

	/** What can be odd about a field. */
	enum Oddity {

		/** It is missing. */
		REMOVED {
			@Override
			@Nullable JsonNode instead(JsonNode value) {
				return null;
			}
		},
		/** It is null. */
		NULL {
			@Override
			JsonNode instead(JsonNode value) {
				return NODES.nullNode();
			}
		},
		/** It is empty. */
		EMPTY {
			@Override
			JsonNode instead(JsonNode value) {
				return value.isArray() ? NODES.arrayNode() : value.isObject() ? NODES.objectNode()
						: value.isNumber() ? NODES.numberNode(0) : NODES.stringNode("");
			}
		},
		/** It is of another type. */
		OF_ANOTHER_TYPE {
			@Override
			JsonNode instead(JsonNode value) {
				return value.isString() ? NODES.numberNode(7)
						: value.isContainer() ? NODES.stringNode("something else") : NODES.arrayNode().add("odd");
			}
		},
		/** It holds a value that nobody has heard of. */
		UNHEARD_OF {
			@Override
			JsonNode instead(JsonNode value) {
				return value.isNumber() ? NODES.numberNode(-41)
						: value.isBoolean() ? NODES.booleanNode(!value.booleanValue()) : NODES.stringNode("unheard-of");
			}
		};

		/** What stands there instead of a value; null for nothing at all. */
		abstract @Nullable JsonNode instead(JsonNode value);

	}

}
