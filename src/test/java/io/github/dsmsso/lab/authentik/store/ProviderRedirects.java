package io.github.dsmsso.lab.authentik.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.jspecify.annotations.Nullable;

/** The redirect URIs of a provider: how they are stored, checked and matched. */
public final class ProviderRedirects {

	private static final List<String> FORBIDDEN = List.of("javascript:", "data:", "vbscript:");

	private final AuthentikVersion version;

	public ProviderRedirects(AuthentikVersion version) {
		this.version = version;
	}

	Field field() {
		if (this.version.has(Behaviour.REDIRECT_URIS_AS_LIST)) {
			return Field.of("redirect_uris", this::accepted).required();
		}
		return Field.text("redirect_uris").blank();
	}

	private Object accepted(Object sent) {
		if (!(sent instanceof List<?> list)) {
			throw new Invalid(Map.of("non_field_errors", List.of(FieldChecks.notAList(sent))));
		}
		List<Object> accepted = new ArrayList<>();
		List<Object> errors = new ArrayList<>();
		for (Object element : list) {
			Map<String, Object> wrong = wrong(element);
			errors.add(wrong);
			if (wrong.isEmpty()) {
				accepted.add(entry((Map<?, ?>) element));
			}
		}
		if (accepted.size() < list.size()) {
			throw new Invalid(errors);
		}
		return accepted;
	}

	private Map<String, Object> wrong(Object element) {
		if (!(element instanceof Map<?, ?> entry)) {
			return Map.of("non_field_errors",
					List.of("Invalid data. Expected a dictionary, but got " + PythonTypes.nameOf(element) + "."));
		}
		Map<String, Object> wrong = new LinkedHashMap<>();
		check(wrong, "matching_mode", entry.get("matching_mode"), List.of("strict", "regex"));
		check(wrong, "url", entry.get("url"), List.of());
		if (this.version.has(Behaviour.REDIRECT_URI_TYPES) && entry.containsKey("redirect_uri_type")) {
			check(wrong, "redirect_uri_type", entry.get("redirect_uri_type"), List.of("authorization", "logout"));
		}
		if (wrong.isEmpty() && Objects.equals(entry.get("matching_mode"), "regex")) {
			refuseBadRegex(entry.get("url").toString());
		}
		return wrong;
	}

	private static void check(Map<String, Object> wrong, String name, @Nullable Object value, List<String> choices) {
		if (value == null) {
			wrong.put(name, List.of("This field is required."));
		}
		else if (value.toString().isEmpty()) {
			wrong.put(name, List.of("This field may not be blank."));
		}
		else if (!choices.isEmpty() && !choices.contains(value.toString())) {
			wrong.put(name, List.of("\"" + value + "\" is not a valid choice."));
		}
	}

	private static void refuseBadRegex(String url) {
		try {
			Pattern.compile(url);
		}
		catch (PatternSyntaxException ex) {
			throw Invalid.because("Invalid Regex Pattern: " + url);
		}
	}

	private Map<String, @Nullable Object> entry(Map<?, ?> sent) {
		Map<String, @Nullable Object> entry = AuthentikJson.object("matching_mode", sent.get("matching_mode"), "url",
				sent.get("url"));
		if (this.version.has(Behaviour.REDIRECT_URI_TYPES)) {
			entry.put("redirect_uri_type", Objects.requireNonNullElse(sent.get("redirect_uri_type"), "authorization"));
		}
		return entry;
	}

	/** Whether the provider lets people be sent there after a sign-in. */
	public boolean allow(Row provider, String uri) {
		return FORBIDDEN.stream().noneMatch(uri::startsWith) && matches(provider, uri, "authorization");
	}

	public boolean allowAfterLogout(Row provider, String uri) {
		return this.version.has(Behaviour.REDIRECT_URI_TYPES) && matches(provider, uri, "logout");
	}

	private boolean matches(Row provider, String uri, String type) {
		if (!this.version.has(Behaviour.REDIRECT_URIS_AS_LIST)) {
			return patterns(provider).anyMatch((pattern) -> matchesRegex(pattern, uri));
		}
		return entries(provider, type).anyMatch((entry) -> matches(entry, uri));
	}

	private static boolean matches(Map<?, ?> entry, String uri) {
		String url = String.valueOf(entry.get("url"));
		return "regex".equals(entry.get("matching_mode")) ? matchesRegex(url, uri) : url.equals(uri);
	}

	private static boolean matchesRegex(String pattern, String uri) {
		try {
			return uri.matches(pattern);
		}
		catch (PatternSyntaxException ex) {
			return pattern.equals(uri);
		}
	}

	/** Stores what a provider makes of the URI that it is called with. */
	public void learn(Row provider, String uri) {
		provider.set("redirect_uris", learned(provider, uri));
	}

	/**
	 * Whether people can be sent there who ask for it: what is learned counts at once.
	 */
	public boolean allowWhenAskedFor(Row provider, String uri) {
		Row asked = new Row(provider.values());
		asked.set("redirect_uris", learned(provider, uri));
		return !uri.isEmpty() && allow(asked, uri);
	}

	/**
	 * An unprepared provider takes the first URI that it is called with; a lone star
	 * becomes a pattern for everything, as long as URIs are texts (goauthentik/authentik
	 * issue 11088).
	 */
	private @Nullable Object learned(Row provider, String uri) {
		if (this.version.has(Behaviour.REDIRECT_URIS_AS_LIST)) {
			return provider.list("redirect_uris").isEmpty()
					? List.of(entry(Map.of("matching_mode", "strict", "url", uri))) : provider.get("redirect_uris");
		}
		return switch (provider.text("redirect_uris")) {
			case "" -> uri;
			case "*" -> ".*";
			default -> provider.get("redirect_uris");
		};
	}

	/** All URIs as they are stored, patterns too. */
	public List<String> stored(Row provider) {
		return this.version.has(Behaviour.REDIRECT_URIS_AS_LIST) ? provider.list("redirect_uris")
			.stream()
			.map((entry) -> String.valueOf(((Map<?, ?>) entry).get("url")))
			.toList() : patterns(provider).toList();
	}

	/** The first URI for sign-ins, or an empty text. */
	public String first(Row provider) {
		if (!this.version.has(Behaviour.REDIRECT_URIS_AS_LIST)) {
			return patterns(provider).findFirst().orElse("");
		}
		return entries(provider, "authorization").map((entry) -> String.valueOf(entry.get("url")))
			.findFirst()
			.orElse("");
	}

	private Stream<Map<?, ?>> entries(Row provider, String type) {
		return provider.list("redirect_uris")
			.stream()
			.<Map<?, ?>>map((entry) -> (Map<?, ?>) entry)
			.filter((entry) -> !this.version.has(Behaviour.REDIRECT_URI_TYPES)
					|| type.equals(entry.get("redirect_uri_type")));
	}

	private static Stream<String> patterns(Row provider) {
		return provider.text("redirect_uris").lines().filter((line) -> !line.isBlank());
	}

}
