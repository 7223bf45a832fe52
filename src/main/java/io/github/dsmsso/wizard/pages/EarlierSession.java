package io.github.dsmsso.wizard.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikAddress;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * The two addresses that a session is about, in a cookie that outlives it: whoever comes
 * back after it has ended is told so, and does not type them again. It holds no secret,
 * and is read like anything else that a browser sends.
 *
 * @param nas the address of the NAS
 * @param authentik the address of authentik, or null where it was not given yet
 */
record EarlierSession(BaseUrl nas, @Nullable BaseUrl authentik) {

	private static final String SEPARATOR = "|";

	/** What the browser remembers; empty where it remembers nothing that makes sense. */
	static Optional<EarlierSession> of(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, cookie(request)))
			.map(Cookie::getValue)
			.flatMap(EarlierSession::read);
	}

	private static Optional<EarlierSession> read(String value) {
		try {
			String[] addresses = URLDecoder.decode(value, StandardCharsets.UTF_8).split("\\" + SEPARATOR, -1);
			return Optional.of(new EarlierSession(BaseUrl.parse(addresses[0]),
					(addresses.length > 1) ? AuthentikAddress.parse(addresses[1]) : null));
		}
		catch (ProblemException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The name of the cookie: browsers send it to every port of a host. */
	static String cookie(HttpServletRequest request) {
		return "dsm-sso-wizard-addresses-" + request.getLocalPort();
	}

	/** As it stands in the cookie. */
	String value() {
		String authentik = (this.authentik != null) ? SEPARATOR + this.authentik : "";
		return URLEncoder.encode(this.nas + authentik, StandardCharsets.UTF_8);
	}

	/** The address of authentik that went with that NAS. */
	Optional<BaseUrl> authentikOf(BaseUrl address) {
		return Optional.ofNullable(this.authentik).filter((known) -> address.equals(this.nas));
	}

}
