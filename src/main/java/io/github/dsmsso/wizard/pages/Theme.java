package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

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

	static Theme of(@Nullable String value) {
		return Arrays.stream(values()).filter((theme) -> theme.value().equals(value)).findFirst().orElse(AUTO);
	}

}
