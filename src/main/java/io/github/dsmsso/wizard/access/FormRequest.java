package io.github.dsmsso.wizard.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * A form whose values are those of its body alone: what stands in the address ends up in
 * histories and logs, and is not taken.
 */
final class FormRequest extends HttpServletRequestWrapper {

	private final Map<String, String[]> fields;

	private FormRequest(HttpServletRequest request, Map<String, String[]> fields) {
		super(request);
		this.fields = Collections.unmodifiableMap(fields);
	}

	static FormRequest empty(HttpServletRequest request) {
		return new FormRequest(request, Map.of());
	}

	/**
	 * The form with its fields.
	 * @throws IllegalArgumentException where the body is no form
	 */
	static FormRequest of(HttpServletRequest request, String body) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		for (String pair : StringUtils.tokenizeToStringArray(body, "&", false, true)) {
			String[] parts = pair.split("=", 2);
			fields.add(decoded(parts[0]), (parts.length > 1) ? decoded(parts[1]) : "");
		}
		Map<String, String[]> arrays = new LinkedHashMap<>();
		fields.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
		return new FormRequest(request, arrays);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = this.fields.get(name);
		return (values != null) ? values[0] : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		String[] values = this.fields.get(name);
		return (values != null) ? values.clone() : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.fields;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(List.copyOf(this.fields.keySet()));
	}

}
