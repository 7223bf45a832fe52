package io.github.dsmsso.wizard.pages;

import java.time.Duration;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Remembers light or dark in a cookie that says nothing about the person.
 */
@Controller
class ThemeController {

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final Cookies cookies;

	ThemeController(Cookies cookies) {
		this.cookies = cookies;
	}

	@PostMapping("/theme")
	@ResponseStatus(HttpStatus.SEE_OTHER)
	String choose(@RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "/") String back,
			HttpServletResponse response) {
		String cookie = this.cookies.keep(Theme.COOKIE, Theme.of(theme).value(), A_YEAR);
		response.addHeader(HttpHeaders.SET_COOKIE, cookie);
		return "redirect:" + pathOf(back);
	}

	/** Only a plain path of our own: {@code //elsewhere} would lead away. */
	private static String pathOf(String back) {
		return back.matches("/(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?") ? back : "/";
	}

}
