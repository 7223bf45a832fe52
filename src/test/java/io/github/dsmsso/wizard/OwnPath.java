package io.github.dsmsso.wizard;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;

/**
 * Hears every answer of a wizard that lives below a path and keeps what would lead out of
 * it: a redirect, whatever a page may load, follow, send to or ask again, and cookies
 * that the neighbours would get. That of the session is Tomcat's, which does not know of
 * a path that a proxy takes off.
 */
final class OwnPath implements Consumer<WebResponse> {

	private static final Pattern LINK = Pattern
		.compile("\\s(?:href|src|action|formaction|data-poll)=\"(?!data:)([^\"]*)\"");

	private static final Pattern COOKIE_PATH = Pattern.compile("(?i)^(?!dsm-sso-wizard-\\d+=).*;\\s*path=([^;]*)");

	private final URI root;

	private final Set<String> strays = new TreeSet<>();

	private final Set<URI> links = new TreeSet<>();

	/**
	 * Listens to one wizard.
	 * @param root where it lives, without a slash at the end
	 */
	OwnPath(String root) {
		this.root = URI.create(root);
	}

	@Override
	public void accept(WebResponse answer) {
		URI page = URI.create(answer.getWebRequest().getUrl().toString());
		answer.getResponseHeaders().forEach((header) -> keepHeader(page, header));
		if (answer.getContentType().equals("text/html")) {
			matches(LINK, answer.getContentAsString()).forEach((link) -> keepLink(page, link));
		}
	}

	private void keepHeader(URI page, NameValuePair header) {
		if (header.getName().equalsIgnoreCase("Location")) {
			keepLink(page, header.getValue());
		}
		if (header.getName().equalsIgnoreCase("Set-Cookie")) {
			matches(COOKIE_PATH, header.getValue()).filter((path) -> !path.equals(this.root.getPath()))
				.forEach((path) -> this.strays.add(page + " sets " + header.getValue()));
		}
	}

	private void keepLink(URI page, String link) {
		URI address = page.resolve(link.replace("&amp;", "&"));
		if (this.root.getAuthority().equals(address.getAuthority())) {
			this.links.add(address);
			if (!isBelow(address.getPath())) {
				this.strays.add(page + " leads to " + link);
			}
		}
	}

	/** Once below the path; a path that was put in front twice leads nowhere. */
	private boolean isBelow(String path) {
		String own = this.root.getPath();
		return (path.equals(own) || path.startsWith(own + "/")) && !path.startsWith(own + own);
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
	}

	/** What leads out of the path, with the page that does it. */
	Set<String> strays() {
		return this.strays;
	}

	/** Every address of the wizard that a page or a redirect named. */
	Set<URI> links() {
		return this.links;
	}

}
