package io.github.dsmsso.lab.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls that one request to DSM's WebAPI is made of. */
final class CompoundMembers {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private CompoundMembers() {
	}

	/** Each call as it would be sent alone; empty where the request is no compound. */
	static Optional<List<LabRequest>> of(LabRequest request) {
		Map<String, String> parameters = ApiPaths.isWebApi(request) ? request.parameters() : Map.of();
		if (!"SYNO.Entry.Request".equals(parameters.get("api"))) {
			return Optional.empty();
		}
		return Optional.of(JSON.readTree(parameters.get("compound"))
			.valueStream()
			.map((member) -> new LabRequest("POST", request.path(), "", request.headers(),
					form(member).getBytes(StandardCharsets.UTF_8)))
			.toList());
	}

	/** A member's values are JSON, all but the three by which it is called. */
	private static String form(JsonNode member) {
		return member.properties()
			.stream()
			.map((field) -> field.getKey() + "="
					+ URLEncoder.encode(List.of("api", "version", "method").contains(field.getKey())
							? field.getValue().asString() : field.getValue().toString(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
