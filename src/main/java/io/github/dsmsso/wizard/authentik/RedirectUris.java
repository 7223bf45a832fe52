package io.github.dsmsso.wizard.authentik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code redirect_uris} as the releases write it: objects with a matching mode, or, until
 * 2024.8.4 and 2024.10.2, one text of lines, each a regular expression that has to match
 * as a whole.
 */
final class RedirectUris {

	private static final String META_CHARACTER = "[\\\\.\\[\\]{}()*+?^$|]";

	private static final Pattern ESCAPED = Pattern.compile("\\\\(" + META_CHARACTER + ")");

	private final AuthentikCapabilities capabilities;

	RedirectUris(AuthentikCapabilities capabilities) {
		this.capabilities = capabilities;
	}

	List<AllowedRedirect> read(Fields provider) {
		if (this.capabilities.redirectUrisAreObjects()) {
			return provider.objects("redirect_uris").stream().map(RedirectUris::ofObject).toList();
		}
		return provider.textOrEmpty("redirect_uris")
			.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.map(RedirectUris::ofExpression)
			.toList();
	}

	Object write(List<AllowedRedirect> redirects) {
		if (this.capabilities.redirectUrisAreObjects()) {
			return redirects.stream().map(this::object).toList();
		}
		return redirects.stream().map(RedirectUris::expression).collect(Collectors.joining("\n"));
	}

	private static AllowedRedirect ofObject(Fields redirect) {
		return new AllowedRedirect(redirect.text("matching_mode").equals("strict"), redirect.text("url"),
				redirect.textOrEmpty("redirect_uri_type").equals("logout"));
	}

	private Map<String, String> object(AllowedRedirect redirect) {
		Map<String, String> object = new LinkedHashMap<>();
		object.put("matching_mode", redirect.strict() ? "strict" : "regex");
		object.put("url", redirect.url());
		if (this.capabilities.redirectUrisHaveType()) {
			object.put("redirect_uri_type", redirect.forLogout() ? "logout" : "authorization");
		}
		return object;
	}

	/**
	 * An expression in which every meta character is escaped matches one address and no
	 * other, so it is read as that address; any other is kept as it is written.
	 */
	private static AllowedRedirect ofExpression(String expression) {
		String address = ESCAPED.matcher(expression).replaceAll("$1");
		boolean exact = escaped(address).equals(expression);
		return exact ? AllowedRedirect.exactly(address) : new AllowedRedirect(false, expression, false);
	}

	private static String expression(AllowedRedirect redirect) {
		return redirect.strict() ? escaped(redirect.url()) : redirect.url();
	}

	private static String escaped(String address) {
		return address.replaceAll(META_CHARACTER, "\\\\$0");
	}

}
