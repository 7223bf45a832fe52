package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * Light, dark, or as the device says.
 */
enum Theme {

	AUTO, LIGHT, DARK;

	static final String COOKIE = "theme";

	/** As it stands in the cookie, in the form and in Bootstrap's attribute. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What Bootstrap is told; nothing where the device decides. */
	public @Nullable String attribute() {
		return (this != AUTO) ? value() : null;
	}

	/** The message with its name. */
	public String key() {
		return "theme." + value();
	}

	/** The choice that the browser remembers. */
	static Theme of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return of((cookie != null) ? cookie.getValue() : null);
	}

	static Theme of(@Nullable String value) {
		return Arrays.stream(values()).filter((theme) -> theme.value().equals(value)).findFirst().orElse(AUTO);
	}

}
