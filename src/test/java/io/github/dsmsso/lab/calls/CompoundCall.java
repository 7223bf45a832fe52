package io.github.dsmsso.lab.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code SYNO.Entry.Request request}: several calls of DSM's in one request, of which
 * each can go wrong as it could alone.
 *
 * @param request what was sent
 * @param members each of its calls, as it would be sent alone
 */
public record CompoundCall(LabRequest request, List<LabRequest> members) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The request as such; empty where it is another one. */
	public static Optional<CompoundCall> of(LabRequest request) {
		return CompoundMembers.of(request).map((members) -> new CompoundCall(request, members));
	}

	/**
	 * Answers it, where some of the members are answered otherwise than by DSM. An answer
	 * of DSM's own is that member's; anything else becomes of the whole request.
	 * @param others who answers which member instead, by its place
	 */
	public LabResponse answer(LabHandler dsm, Map<Integer, LabHandler> others) {
		Map<Integer, JsonNode> own = new TreeMap<>();
		for (Map.Entry<Integer, LabHandler> other : new TreeMap<>(others).entrySet()) {
			LabResponse response = other.getValue().handle(this.members.get(other.getKey()));
			Optional<JsonNode> envelope = envelope(response);
			if (envelope.isEmpty()) {
				return response;
			}
			own.put(other.getKey(), envelope.get());
		}
		int end = stopsAt(own);
		own.keySet().removeIf((place) -> place > end);
		return merged(dsm.handle(only((place) -> place < end && !own.containsKey(place))), own);
	}

	/** What comes after a refusal is skipped, where that was asked for. */
	private int stopsAt(Map<Integer, JsonNode> own) {
		boolean stops = "true".equals(this.request.parameters().get("stop_when_error"));
		return own.entrySet()
			.stream()
			.filter((answered) -> stops && !answered.getValue().path("success").booleanValue())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(this.members.size());
	}

	/** What DSM answers with; empty where a web server does, or nobody. */
	private static Optional<JsonNode> envelope(LabResponse response) {
		if (response.delivery() != Delivery.WHOLE || response.status() != 200) {
			return Optional.empty();
		}
		try {
			return Optional.of(JSON.readTree(response.body())).filter((answer) -> answer.path("success").isBoolean());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private LabRequest only(IntPredicate places) {
		ArrayNode all = (ArrayNode) JSON.readTree(this.request.parameters().get("compound"));
		ArrayNode left = JsonNodeFactory.instance.arrayNode();
		IntStream.range(0, all.size()).filter(places).forEach((place) -> left.add(all.get(place)));
		Map<String, String> form = new LinkedHashMap<>(this.request.formParameters());
		form.put("compound", left.toString());
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return new LabRequest(this.request.method(), this.request.path(), this.request.query(), this.request.headers(),
				body.getBytes(StandardCharsets.UTF_8));
	}

	private LabResponse merged(LabResponse rest, Map<Integer, JsonNode> own) {
		Optional<JsonNode> whole = envelope(rest).filter((envelope) -> envelope.at("/data/result").isArray());
		if (whole.isEmpty()) {
			return rest;
		}
		ArrayNode results = (ArrayNode) whole.get().at("/data/result");
		own.forEach((place, envelope) -> results.insert(place, named(place, envelope)));
		return rest.withText(whole.get().toString());
	}

	private JsonNode named(int place, JsonNode envelope) {
		Map<String, String> call = this.members.get(place).parameters();
		return ((ObjectNode) envelope).put("api", call.get("api")).put("method", call.get("method"));
	}

	/** The place of the member that writes, if there is one. */
	public Optional<Integer> write() {
		return IntStream.range(0, this.members.size())
			.boxed()
			.filter((place) -> CallName.of(this.members.get(place)).isWrite())
			.findFirst();
	}

	/** Some of the members, by their place, and who answers them. */
	public Map<Integer, LabHandler> those(Predicate<LabRequest> which, LabHandler other) {
		return IntStream.range(0, this.members.size())
			.filter((place) -> which.test(this.members.get(place)))
			.boxed()
			.collect(Collectors.toMap((place) -> place, (place) -> other));
	}

	/** What a member was answered, as it would be alone. */
	public LabResponse answerTo(int place, LabResponse whole) {
		return envelope(whole).map((envelope) -> envelope.at("/data/result").path(place))
			.filter(JsonNode::isObject)
			.map((result) -> whole.withText(result.toString()))
			.orElse(whole);
	}

	/** Something for each member. */
	<T> List<T> each(IntFunction<T> what) {
		List<T> all = new ArrayList<>();
		for (int place = 0; place < this.members.size(); place++) {
			all.add(what.apply(place));
		}
		return all;
	}

}
