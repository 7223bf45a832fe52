package io.github.dsmsso.wizard.pages;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a browser remembers between sessions: nothing secret, and for this wizard alone.
 */
@Component
class Cookies {

	private final boolean https;

	private final HttpServletRequest request;

	Cookies(@Value("${wizard.access.https}") boolean https, HttpServletRequest request) {
		this.https = https;
		this.request = request;
	}

	/** The header that has the browser remember a value for some time. */
	String keep(String name, String value, Duration howLong) {
		return ResponseCookie.from(name, value)
			.path(path())
			.maxAge(howLong)
			.httpOnly(true)
			.secure(this.https)
			.sameSite("Strict")
			.build()
			.toString();
	}

	/** Where the wizard lives; what lives beside it does not get its cookies. */
	private String path() {
		String path = this.request.getContextPath();
		return path.isEmpty() ? "/" : path;
	}

	/** The header that has the browser forget it. */
	String forget(String name) {
		return keep(name, "", Duration.ZERO);
	}

}
