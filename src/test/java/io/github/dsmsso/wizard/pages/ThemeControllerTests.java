package io.github.dsmsso.wizard.pages;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ThemeControllerTests {

	private final ThemeController controller = new ThemeController(new Cookies(false));

	@Test
	void theChoiceIsRememberedWithoutAnythingAboutThePerson() {
		HttpHeaders headers = this.controller.choose("dark", "/nas").getHeaders();
		assertThat(headers.getFirst(HttpHeaders.SET_COOKIE)).startsWith("theme=dark; Path=/; Max-Age=31536000")
			.contains("HttpOnly", "SameSite=Strict");
		assertThat(headers.getLocation()).isEqualTo(URI.create("/nas"));
	}

	@Test
	void anUnknownThemeMeansTheDeviceDecides() {
		assertThat(this.controller.choose("dark; Domain=x", "/").getHeaders().getFirst(HttpHeaders.SET_COOKIE))
			.startsWith("theme=auto;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "/nas?x=1", "", "nas",
			"/nas\r\nX: 1" })
	void theSwitchLeadsNowhereElse(String back) {
		assertThat(this.controller.choose("dark", back).getHeaders().getLocation()).isEqualTo(URI.create("/"));
	}

	@Test
	void aLongWayBackIsReadQuickly() {
		assertThatNoException().isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> this.controller.choose("dark", "/" + "a".repeat(60_000) + "!")));
	}

}
