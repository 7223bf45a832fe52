package io.github.dsmsso.wizard.authentik;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Reads authentik's address as people paste it: the bare address, or whatever their
 * browser shows while authentik is open. Scheme, host and port follow the grammar of
 * {@link BaseUrl#parse}; of the path only what lies in front of authentik's own pages is
 * kept, which is the web path of an authentik that lives under a sub-path.
 */
public final class AuthentikAddress {

	private static final int LONGEST_INPUT = 2048;

	/**
	 * The first segments of authentik's own pages, as the browser or the API names them
	 * (authentik/core/urls.py and those of its apps).
	 */
	private static final Set<String> OWN_PAGES = Set.of("if", "api", "application", "-", "flows", "source", "recovery",
			"outpost.goauthentik.io", "static", "media", "files", "ws");

	private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");

	private AuthentikAddress() {
	}

	/**
	 * The address authentik lives at:
	 * {@code https://example.com/authentik/if/admin/#/core} is
	 * {@code https://example.com/authentik/}.
	 * @throws ProblemException where it is no address, with what to type instead
	 */
	public static BaseUrl parse(String typed) {
		String text = typed.strip();
		int pathBegins = endOfOrigin(text);
		if (text.length() > LONGEST_INPUT || pathBegins == 0) {
			return BaseUrl.parse(typed);
		}
		BaseUrl origin = BaseUrl.parse(text.substring(0, pathBegins));
		return origin.withPath(webPath(origin, text.substring(pathBegins)));
	}

	private static int endOfOrigin(String text) {
		int scheme = text.indexOf("://");
		int end = (scheme < 0) ? 0 : scheme + 3;
		while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static String webPath(BaseUrl origin, String rest) {
		String path = rest.split("[?#]", 2)[0].replaceFirst("^/", "").replaceFirst("/$", "");
		if (path.isEmpty()) {
			return "/";
		}
		List<String> kept = Arrays.stream(path.split("/", -1))
			.takeWhile((segment) -> !OWN_PAGES.contains(segment))
			.map((segment) -> plain(origin, segment))
			.toList();
		return kept.isEmpty() ? "/" : "/" + String.join("/", kept) + "/";
	}

	private static String plain(BaseUrl origin, String segment) {
		if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
			throw new ProblemException(AuthentikProblem.ADDRESS_PATH.about(origin.origin()));
		}
		return segment;
	}

}
