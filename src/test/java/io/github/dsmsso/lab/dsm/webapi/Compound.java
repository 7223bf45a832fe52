package io.github.dsmsso.lab.dsm.webapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * SYNO.Entry.Request: several calls in one request. There is no transaction; the whole
 * succeeds even where members fail.
 */
public final class Compound implements ApiFamily {

	private static final Set<String> MODES = Set.of("sequential", "parallel");

	private final DsmWorld world;

	private final WebApiDispatcher webApi;

	private final Arrivals arrivals;

	public Compound(DsmWorld world, WebApiDispatcher webApi, Arrivals arrivals) {
		this.world = world;
		this.webApi = webApi;
		this.arrivals = arrivals;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Entry.Request").anyone("request", this::request);
	}

	private ApiAnswer request(ApiCall call) {
		JsonNode members = call.parameters().array("compound");
		if (call.parameters().has("mode") && !MODES.contains(call.parameters().string("mode"))) {
			throw new DsmError(113);
		}
		boolean stops = call.parameters().bool("stop_when_error", false);
		Map<JsonNode, ApiAnswer> early = this.world.assumes(DsmAssumption.COMPOUNDS_READ_WHAT_THEY_WROTE) ? Map.of()
				: reads(members, call);
		List<Map<String, @Nullable Object>> results = new ArrayList<>();
		boolean failed = false;
		for (JsonNode member : members) {
			ApiAnswer answer = (failed && stops) ? ApiAnswer.refused(new DsmError(112))
					: early.containsKey(member) ? early.get(member) : answer(member, call);
			failed |= answer.error() != null;
			results.add(result(member, answer));
		}
		return ApiAnswer.of(Json.object("has_fail", failed, "result", results));
	}

	private Map<JsonNode, ApiAnswer> reads(JsonNode members, ApiCall call) {
		Map<JsonNode, ApiAnswer> reads = new HashMap<>();
		members.valueStream()
			.filter((member) -> text(member, "method").equals("get"))
			.forEach((member) -> reads.put(member, answer(member, call)));
		return reads;
	}

	private ApiAnswer answer(JsonNode member, ApiCall call) {
		if (!member.isObject() || text(member, "api").equals(call.api())) {
			return ApiAnswer.refused(new DsmError(113));
		}
		if (!this.world.assumes(DsmAssumption.COMPOUNDS_TAKE_ANY_CALL)) {
			return ApiAnswer.refused(new DsmError(105));
		}
		ApiAnswer answer = this.webApi.answer(text(member, "api"), text(member, "version"), text(member, "method"),
				() -> CallParameters.of(member), call.request());
		this.arrivals.member(call.request(), member, answer.code());
		return answer;
	}

	private static Map<String, @Nullable Object> result(JsonNode member, ApiAnswer answer) {
		Map<String, @Nullable Object> result = answer.envelope();
		result.put("api", text(member, "api"));
		result.put("method", text(member, "method"));
		result.put("version", member.path("version").asInt(0));
		return result;
	}

	private static String text(JsonNode member, String name) {
		return member.path(name).asString("");
	}

}
