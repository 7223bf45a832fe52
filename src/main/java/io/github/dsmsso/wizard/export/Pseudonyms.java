package io.github.dsmsso.wizard.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces what tells who and where somebody is. The same value gets the same pseudonym
 * throughout one file; values that nobody named are recognized by their form, rather once
 * too often.
 */
public final class Pseudonyms {

	/** What is no known value and still tells of a person, a host or an object. */
	private static final String UNKNOWN_FORMS = "(?:[0-9A-Fa-f]{2}:){15,}[0-9A-Fa-f]{2}|(?<host>(?<=://)[^/:\\s\"”]+"
			+ "|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}(?![.\\w])"
			+ "|\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:]*::[0-9A-Fa-f:]+|(?:[0-9A-Fa-f]{1,4}:){5,}[0-9A-Fa-f]{1,4})"
			+ "|(?<person>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*)"
			+ "|(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9]{20,})";

	/** Part of names that authentik gives to its own objects. */
	private static final Pattern OF_EVERYBODY = Pattern.compile("goauthentik\\.io");

	private final Map<String, String> kinds = new HashMap<>();

	private final Map<String, String> given = new HashMap<>();

	private final Map<String, Integer> counts = new HashMap<>();

	private Pattern pattern = Pattern.compile(UNKNOWN_FORMS);

	/**
	 * These values are hidden wherever they stand; of two kinds, the first one counts.
	 */
	public Pseudonyms know(String kind, Collection<String> values) {
		values.stream().filter((value) -> !value.isBlank()).forEach((value) -> this.kinds.putIfAbsent(value, kind));
		this.pattern = pattern();
		return this;
	}

	/** The same text with pseudonyms. */
	public String in(String text) {
		return this.pattern.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(pseudonym((Matcher) found)));
	}

	/** A pseudonym for a value as a whole. */
	public String of(String kind, String value) {
		return this.given.computeIfAbsent(value, (ignored) -> kind + "-" + this.counts.merge(kind, 1, Integer::sum));
	}

	private String pseudonym(Matcher found) {
		String value = found.group();
		if (OF_EVERYBODY.matcher(value).matches()) {
			return value;
		}
		String kind = this.kinds.get(value);
		return of((kind != null) ? kind : form(found), value);
	}

	private static String form(Matcher found) {
		return (found.group("host") != null) ? "host" : (found.group("person") != null) ? "person" : "id";
	}

	/** Longer values first, so that none is hidden in part. */
	private Pattern pattern() {
		String known = this.kinds.keySet()
			.stream()
			.sorted(Comparator.comparing(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		return Pattern.compile((known.isEmpty() ? "" : "(?<![\\w-])(?:" + known + ")(?![\\w-])|") + UNKNOWN_FORMS);
	}

}
