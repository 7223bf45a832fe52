package io.github.dsmsso.wizard.pages;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Remembers light or dark in a cookie that says nothing about the person.
 */
@Controller
class ThemeController {

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final boolean https;

	ThemeController(@Value("${wizard.access.https}") boolean https) {
		this.https = https;
	}

	@PostMapping("/theme")
	ResponseEntity<Void> choose(@RequestParam(defaultValue = "") String theme,
			@RequestParam(defaultValue = "/") String back) {
		ResponseCookie cookie = ResponseCookie.from(Theme.COOKIE, Theme.of(theme).value())
			.path("/")
			.maxAge(A_YEAR)
			.httpOnly(true)
			.secure(this.https)
			.sameSite("Strict")
			.build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.header(HttpHeaders.LOCATION, pathOf(back))
			.build();
	}

	/** Only a plain path of our own: {@code //elsewhere} would lead away. */
	private static String pathOf(String back) {
		return back.matches("/(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?") ? back : "/";
	}

}
