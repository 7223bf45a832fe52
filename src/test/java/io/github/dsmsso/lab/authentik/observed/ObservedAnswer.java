package io.github.dsmsso.lab.authentik.observed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table: what was asked, and what a real instance answered.
 *
 * @param releases the releases in which it was seen
 * @param before what was asked before it
 * @param call what was asked
 * @param statuses the status, or several where it was not written down more closely
 * @param headers the headers that matter, by name
 * @param answer what the body is like: see {@link AnswerShape}
 * @param contains what a page contains
 * @param source where it is known from
 * @param difference why the simulator answers otherwise, or null where it does not
 */
record ObservedAnswer(List<String> releases, List<ObservedCall> before, ObservedCall call, List<String> statuses,
		Map<String, String> headers, @Nullable Object answer, List<String> contains, String source,
		@Nullable String difference) {

	private static final Set<String> MEMBERS = Set.of("releases", "after", "call", "as", "send", "form", "with",
			"status", "headers", "answer", "contains", "known from", "differs because");

	static ObservedAnswer of(Map<?, ?> row) {
		if (!MEMBERS.containsAll(row.keySet())) {
			throw new IllegalArgumentException("A row has members that mean nothing: " + row);
		}
		return new ObservedAnswer(texts(row.get("releases")), calls(row.get("after")), ObservedCall.of(row),
				texts(row.get("status")), headers((Map<?, ?>) row.get("headers")), row.get("answer"),
				texts(row.get("contains")), Objects.toString(row.get("known from"), ""),
				Objects.toString(row.get("differs because"), null));
	}

	private static List<String> texts(@Nullable Object value) {
		if (value instanceof List<?> list) {
			return list.stream().map(String::valueOf).toList();
		}
		return (value != null) ? List.of(value.toString()) : List.of();
	}

	private static List<ObservedCall> calls(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map((call) -> ObservedCall.of((Map<?, ?>) call)).toList()
				: List.of();
	}

	private static Map<String, String> headers(@Nullable Map<?, ?> map) {
		Map<String, String> headers = new java.util.LinkedHashMap<>();
		if (map != null) {
			map.forEach((name, value) -> headers.put(name.toString(), value.toString()));
		}
		return headers;
	}

	@Override
	public String toString() {
		return this.call.call() + " as " + this.call.sender() + ((this.before.isEmpty()) ? "" : " after " + String
			.join(", ", this.before.stream().map((call) -> call.call().replaceFirst("\\?.*", "?…")).toList()));
	}

}
