package io.github.dsmsso.wizard.pages;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ThemeControllerTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final ThemeController controller = new ThemeController(new Cookies(false, this.request));

	private String choose(String theme, String back) {
		return this.controller.choose(theme, back, this.response);
	}

	@Test
	void theChoiceIsRememberedWithoutAnythingAboutThePerson() {
		assertThat(choose("dark", "/nas")).isEqualTo("redirect:/nas");
		assertThat(this.response.getHeader(HttpHeaders.SET_COOKIE)).startsWith("theme=dark; Path=/; Max-Age=31536000")
			.contains("HttpOnly", "SameSite=Strict");
	}

	@Test
	void whatLivesBesideTheWizardDoesNotGetItsCookie() {
		this.request.setContextPath("/sso-wizard");
		choose("dark", "/");
		assertThat(this.response.getHeader(HttpHeaders.SET_COOKIE)).contains("; Path=/sso-wizard;");
	}

	@Test
	void anUnknownThemeMeansTheDeviceDecides() {
		choose("dark; Domain=x", "/");
		assertThat(this.response.getHeader(HttpHeaders.SET_COOKIE)).startsWith("theme=auto;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "/nas?x=1", "", "nas",
			"/nas\r\nX: 1" })
	void theSwitchLeadsNowhereElse(String back) {
		assertThat(choose("dark", back)).isEqualTo("redirect:/");
	}

	@Test
	void aLongWayBackIsReadQuickly() {
		assertThatNoException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> choose("dark", "/" + "a".repeat(60_000) + "!")));
	}

}
