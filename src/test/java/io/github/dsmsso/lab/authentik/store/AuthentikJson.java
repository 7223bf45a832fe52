package io.github.dsmsso.lab.authentik.store;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON as authentik writes and reads it. */
public final class AuthentikJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private AuthentikJson() {
	}

	/** An object of alternating names and values, in that order. */
	public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return object;
	}

	public static LabResponse response(int status, Object body) {
		return LabResponse.of(status, "application/json", write(body));
	}

	/** As discovery documents are written: indented. */
	public static LabResponse indented(int status, Object body) {
		return LabResponse.of(status, "application/json",
				MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body));
	}

	public static String write(@Nullable Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/**
	 * Maps, lists, texts, numbers and truth values.
	 * @throws JacksonException if the text is no JSON
	 */
	public static @Nullable Object read(String text) {
		return MAPPER.readValue(text, Object.class);
	}

}
