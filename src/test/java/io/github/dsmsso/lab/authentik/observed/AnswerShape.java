package io.github.dsmsso.lab.authentik.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a body is like. An object has just the members that the table names, unless
 * {@code and more} is among them; of a list with one object in the table every element is
 * like that one, and there is one at least; a text in angle brackets names a kind of
 * value, and any other value is meant as it stands, with {@code …} for any text.
 */
final class AnswerShape {

	private static final String MORE = "and more";

	private static final String ABSENT = "<absent>";

	private static final Map<String, Predicate<@Nullable Object>> KINDS = Map.of("text", String.class::isInstance,
			"number", Number.class::isInstance, "flag", Boolean.class::isInstance, "list", List.class::isInstance,
			"object", Map.class::isInstance, "full object", (value) -> value instanceof Map<?, ?> map && !map.isEmpty(),
			"large object", (value) -> value instanceof Map<?, ?> map && map.toString().length() > 10_000, "null",
			(value) -> value == null, "anything", (value) -> true);

	private final List<String> differences = new ArrayList<>();

	private AnswerShape() {
	}

	/** In what a value is not as the table has it. */
	static List<String> differences(@Nullable Object wanted, @Nullable Object value) {
		AnswerShape shape = new AnswerShape();
		shape.compare("", wanted, value);
		return shape.differences;
	}

	/** Whether a text is as the table has it. */
	static boolean isLike(String wanted, String text) {
		return Pattern.compile(Pattern.quote(wanted).replace("…", "\\E.*\\Q"), Pattern.DOTALL).matcher(text).matches();
	}

	private void compare(String place, @Nullable Object wanted, @Nullable Object value) {
		if (wanted instanceof Map<?, ?> members && value instanceof Map<?, ?> object) {
			compareMembers(place, members, object);
		}
		else if (wanted instanceof List<?> elements && value instanceof List<?> list) {
			compareElements(place, elements, list);
		}
		else if (!isLike(wanted, value)) {
			differ(place, wanted, value);
		}
	}

	private static boolean isLike(@Nullable Object wanted, @Nullable Object value) {
		if (!(wanted instanceof String text)) {
			return Objects.equals(wanted, value);
		}
		return text.startsWith("<") ? isOfKind(text, value) : value instanceof String other && isLike(text, other);
	}

	private void compareMembers(String place, Map<?, ?> members, Map<?, ?> object) {
		members.forEach((name, wanted) -> {
			if (!name.equals(MORE) && !(ABSENT.equals(wanted) && !object.containsKey(name))) {
				if (object.containsKey(name) && !ABSENT.equals(wanted)) {
					compare(place + "/" + name, wanted, object.get(name));
				}
				else {
					differ(place + "/" + name, wanted, object.containsKey(name) ? "there" : "not there");
				}
			}
		});
		if (!members.containsKey(MORE)) {
			TreeSet<String> others = new TreeSet<>();
			object.keySet().forEach((name) -> others.add(name.toString()));
			members.keySet().forEach((name) -> others.remove(name.toString()));
			others.forEach((name) -> differ(place + "/" + name, ABSENT, "there"));
		}
	}

	private void compareElements(String place, List<?> elements, List<?> list) {
		boolean ofOneKind = elements.size() == 1 && !(elements.get(0) instanceof String);
		if (ofOneKind ? list.isEmpty() : elements.size() != list.size()) {
			differ(place, elements, list);
			return;
		}
		for (int i = 0; i < list.size(); i++) {
			compare(place + "/" + i, elements.get(ofOneKind ? 0 : i), list.get(i));
		}
	}

	/** A kind, one of several, or texts that are like a regular expression. */
	private static boolean isOfKind(String wanted, @Nullable Object value) {
		String kind = wanted.substring(1, wanted.length() - 1);
		if (kind.startsWith("like ")) {
			return value instanceof String text && text.matches(kind.substring("like ".length()));
		}
		return List.of(kind.split(" or ")).stream().anyMatch((one) -> {
			Predicate<@Nullable Object> test = KINDS.get(one);
			if (test == null) {
				throw new IllegalArgumentException("There are no values of the kind " + one);
			}
			return test.test(value);
		});
	}

	private void differ(String place, @Nullable Object wanted, @Nullable Object value) {
		String text = String.valueOf(value);
		this.differences.add("%s should be %s and is %s".formatted(place.isEmpty() ? "the body" : place, wanted,
				(text.length() > 200) ? text.substring(0, 200) + "…" : text));
	}

}
