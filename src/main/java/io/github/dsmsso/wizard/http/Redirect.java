package io.github.dsmsso.wizard.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An answer that leads elsewhere. Nothing here follows it: it is read to tell a person
 * what stands at the address.
 *
 * @param from who was called
 * @param target where it leads, with a host
 */
public record Redirect(BaseUrl from, URI target) {

	/**
	 * A parameter with which a log-in portal finds the way back: {@code rd} of Authelia
	 * and oauth2-proxy, {@code next} of authentik, {@code redirect_uri} of OAuth 2,
	 * {@code redirect_url} of Cloudflare Access.
	 */
	private static final Pattern WAY_BACK = Pattern
		.compile("(?:^|.*[&?])(?:rd|next|goto|(?:redirect|return)[_-]?(?:to|ur[il])?)=.*");

	/** Pages that belong to log-in portals alone. */
	private static final Pattern SIGN_IN_PAGE = Pattern.compile("(?:.*/)?(?:oauth2/.*|outpost\\.goauthentik\\.io/.*"
			+ "|cdn-cgi/access/.*|application/o/authorize/?|if/flow/.*|log-?in/?|sign-?in/?|authelia/?.*)");

	/** The redirect that an answer is, unless its target has no host. */
	public static Optional<Redirect> of(HttpAnswer answer) {
		return answer.location()
			.filter((target) -> target.getHost() != null)
			.map((target) -> new Redirect(answer.from(), target));
	}

	/**
	 * Whether a log-in portal is the likely reason: the target takes the way back along,
	 * or is a page of such a portal.
	 */
	public boolean looksLikeSignIn() {
		return WAY_BACK.matcher(lower(this.target.getRawQuery())).matches()
				|| WAY_BACK.matcher(lower(this.target.getRawFragment())).matches()
				|| SIGN_IN_PAGE.matcher(lower(this.target.getRawPath())).matches();
	}

	/** Whether it leads to another page of the server that was called. */
	public boolean staysOnServer() {
		try {
			return BaseUrl.parse(origin()).equals(this.from.withPath("/"));
		}
		catch (ProblemException ex) {
			return false;
		}
	}

	/** Whether it leads from an encrypted address to one that is not. */
	public boolean leavesTls() {
		return "https".equals(this.from.scheme()) && "http".equalsIgnoreCase(this.target.getScheme());
	}

	/** Scheme, host and port of the target: its path may carry anything. */
	public String origin() {
		String port = (this.target.getPort() >= 0) ? ":" + this.target.getPort() : "";
		return this.target.getScheme() + "://" + this.target.getHost() + port;
	}

	private static String lower(@Nullable String part) {
		return (part != null) ? part.toLowerCase(Locale.ROOT) : "";
	}

}
