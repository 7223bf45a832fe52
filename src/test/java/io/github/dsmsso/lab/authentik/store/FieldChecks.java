package io.github.dsmsso.lab.authentik.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What Django REST framework's fields accept, with its error texts. */
public final class FieldChecks {

	private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");

	private static final Pattern DURATION = Pattern
		.compile("(weeks|days|hours|minutes|seconds|milliseconds|microseconds)=-?[0-9]+(\\.[0-9]+)?;?");

	private static final Pattern URL = Pattern.compile("(https?|blank|ftps?)://[^\\s]+");

	private FieldChecks() {
	}

	/** What a field makes of a value that is not null. */
	@FunctionalInterface
	public interface Check {

		Object accept(Object value) throws Invalid;

		default Check then(Check next) {
			return (value) -> next.accept(accept(value));
		}

	}

	public static Object text(Object value) {
		if (value instanceof String text) {
			return text.strip();
		}
		if (value instanceof Number number) {
			return number.toString();
		}
		throw Invalid.because("Not a valid string.");
	}

	public static Object slug(Object value) {
		return matching(SLUG, value, "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.");
	}

	static Object url(Object value) {
		return value.equals("") ? value : matching(URL, value, "Enter a valid URL.");
	}

	public static Object duration(Object value) {
		if (!DURATION.matcher(value.toString()).replaceAll("").isEmpty() || value.toString().isEmpty()) {
			throw Invalid.because(value + " is not in the correct format of 'hours=3;minutes=1'.");
		}
		return value;
	}

	static Object printableAscii(Object value) {
		return matching(Pattern.compile("[\\x20-\\x7e]*"), value,
				"Value must contain only printable ASCII characters.");
	}

	private static Object matching(Pattern pattern, Object value, String error) {
		if (!pattern.matcher(value.toString()).matches()) {
			throw Invalid.because(error);
		}
		return value;
	}

	static Object flag(Object value) {
		if (value instanceof Boolean) {
			return value;
		}
		String text = value.toString().toLowerCase(java.util.Locale.ROOT);
		if (text.equals("true") || text.equals("false")) {
			return Boolean.valueOf(text);
		}
		throw Invalid.because("Must be a valid boolean.");
	}

	static Object integer(Object value) {
		try {
			return Integer.valueOf(value.toString());
		}
		catch (NumberFormatException ex) {
			throw Invalid.because("A valid integer is required.");
		}
	}

	static Object object(Object value) {
		if (value instanceof Map) {
			return value;
		}
		throw Invalid.because("Value must be valid JSON.");
	}

	public static Check choice(List<String> choices) {
		return (value) -> {
			if (!choices.contains(value.toString())) {
				throw Invalid.because("\"" + value + "\" is not a valid choice.");
			}
			return value;
		};
	}

	public static Check atMost(int length) {
		return (value) -> {
			if (value.toString().length() > length) {
				throw Invalid.because("Ensure this field has no more than " + length + " characters.");
			}
			return value;
		};
	}

	/** A key of another object: a number or a UUID, as that object has it. */
	public static Check reference(Table table, boolean numeric) {
		return (value) -> {
			if (numeric && !(value instanceof Integer) && !value.toString().matches("[0-9]+")) {
				throw Invalid.because("Incorrect type. Expected pk value, received " + PythonTypes.nameOf(value) + ".");
			}
			if (!numeric && !isUuid(value)) {
				throw Invalid.because("“" + value + "” is not a valid UUID.");
			}
			return table.byPk(value)
				.orElseThrow(() -> Invalid.because("Invalid pk \"" + value + "\" - object does not exist."))
				.pk();
		};
	}

	public static boolean isUuid(Object value) {
		try {
			return value.toString().length() == 36 && UUID.fromString(value.toString()) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Whether a text names an object by its number. */
	public static boolean isNumber(String text) {
		return text.matches("-?[0-9]{1,18}");
	}

	/** A list of references: the first bad element speaks for all. */
	public static Check manyOf(Check element) {
		return (value) -> elements(value).stream().map(element::accept).toList();
	}

	/** A list whose elements report their errors by position. */
	public static Check listOf(Check element) {
		return (value) -> {
			List<Object> accepted = new ArrayList<>();
			Map<String, Object> errors = new LinkedHashMap<>();
			int position = 0;
			for (Object each : elements(value)) {
				try {
					accepted.add(element.accept(each));
				}
				catch (Invalid ex) {
					errors.put(String.valueOf(position), ex.details());
				}
				position++;
			}
			if (!errors.isEmpty()) {
				throw new Invalid(errors);
			}
			return accepted;
		};
	}

	static Object notEmptyList(Object value) {
		if (value instanceof List<?> list && list.isEmpty()) {
			throw Invalid.because("This list may not be empty.");
		}
		return value;
	}

	/** The elements for a list of serializers or keys. */
	public static List<?> elements(Object value) {
		if (value instanceof List<?> list) {
			return list;
		}
		throw Invalid.because(notAList(value));
	}

	static String notAList(Object value) {
		return "Expected a list of items but got type \"" + PythonTypes.nameOf(value) + "\".";
	}

}
