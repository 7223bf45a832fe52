package io.github.dsmsso.lab.authentik.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import org.jspecify.annotations.Nullable;

/** How a list can be narrowed and ordered by its query. Unknown parameters do nothing. */
public final class Filters {

	private final Map<String, BiPredicate<Row, List<String>>> byParameter = new LinkedHashMap<>();

	private final Map<String, UnaryOperator<String>> validators = new LinkedHashMap<>();

	private List<String> searched = List.of();

	private @Nullable String required;

	private String ordering = "pk";

	/** Equality with a field, one parameter a field. */
	public Filters exact(String... fields) {
		for (String field : fields) {
			where(field, (row, values) -> row.is(field, last(values)));
		}
		return this;
	}

	public Filters flag(String... fields) {
		for (String field : fields) {
			where(field, (row, values) -> row.flag(field) == isTrue(values));
		}
		return this;
	}

	/** Equality with one of the parameter's values. */
	public Filters repeated(String field) {
		return where(field, (row, values) -> values.stream().anyMatch((value) -> row.is(field, value)));
	}

	/** Whether the field is empty. */
	public Filters isNull(String field) {
		return where(field + "__isnull", (row, values) -> (row.get(field) == null) == isTrue(values));
	}

	public Filters contains(String field) {
		return where(field, (row, values) -> contains(row.text(field), last(values)));
	}

	/** Equality with one of the allowed values; any other value is refused. */
	public Filters choice(String field, String... choices) {
		this.validators.put(field, (value) -> List.of(choices).contains(value) ? ""
				: "Select a valid choice. " + value + " is not one of the available choices.");
		return repeated(field);
	}

	/** The key of another object, which must exist. */
	public Filters object(String field, Table table) {
		return object(field, (key) -> table.byPk(key).isPresent() || !table.refusesUnknownKeys());
	}

	/** By an object that is not in one table alone. */
	public Filters object(String field, Predicate<Object> isKnown) {
		this.validators.put(field, (value) -> isKnown.test(value) ? ""
				: "Select a valid choice. That choice is not one of the available choices.");
		return exact(field);
	}

	/** A list cannot be asked for without the parameter. */
	public Filters required(String parameter) {
		this.required = parameter;
		return this;
	}

	public Filters where(String parameter, BiPredicate<Row, List<String>> test) {
		this.byParameter.put(parameter, test);
		return this;
	}

	/** What {@code search} looks into. */
	public Filters search(String... fields) {
		this.searched = List.of(fields);
		return this;
	}

	/** The default order, with a minus for descending. */
	public Filters orderedBy(String ordering) {
		this.ordering = ordering;
		return this;
	}

	public List<Row> apply(Stream<Row> rows, Call call) {
		if (this.required != null && given(call, this.required).isEmpty()) {
			throw RefusedRequest.invalid(this.required, "This field is required.");
		}
		Stream<Row> narrowed = rows;
		for (Map.Entry<String, BiPredicate<Row, List<String>>> filter : this.byParameter.entrySet()) {
			List<String> values = given(call, filter.getKey());
			if (!values.isEmpty()) {
				narrowed = narrowed.filter((row) -> filter.getValue().test(row, values));
			}
		}
		String search = call.query("search");
		return new ArrayList<>(narrowed.filter((row) -> found(row, search)).sorted(order(call)).toList());
	}

	private List<String> given(Call call, String parameter) {
		List<String> values = call.queries(parameter).stream().filter((value) -> !value.isEmpty()).toList();
		UnaryOperator<String> validator = this.validators.get(parameter);
		if (validator != null) {
			values.stream().map(validator).filter((error) -> !error.isEmpty()).findFirst().ifPresent((error) -> {
				throw RefusedRequest.invalid(parameter, error);
			});
		}
		return values;
	}

	private boolean found(Row row, @Nullable String search) {
		return search == null || Stream.of(search.split("[\\s,]+"))
			.allMatch((term) -> this.searched.stream().anyMatch((field) -> contains(row.text(field), term)));
	}

	private Comparator<Row> order(Call call) {
		String asked = call.query("ordering");
		Comparator<Row> comparator = (one, other) -> 0;
		for (String field : ((asked != null && !asked.isEmpty()) ? asked : this.ordering).split(",")) {
			comparator = comparator
				.thenComparing(field.startsWith("-") ? by(field.substring(1)).reversed() : by(field));
		}
		return comparator;
	}

	private static Comparator<Row> by(String field) {
		return (one, other) -> (one.get(field) instanceof Integer)
				? Integer.compare(one.number(field), other.number(field))
				: one.text(field).compareTo(other.text(field));
	}

	public static String last(List<String> values) {
		return values.get(values.size() - 1);
	}

	public static boolean isTrue(List<String> values) {
		return last(values).equalsIgnoreCase("true") || last(values).equals("1");
	}

	private static boolean contains(String text, String part) {
		return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
	}

}
