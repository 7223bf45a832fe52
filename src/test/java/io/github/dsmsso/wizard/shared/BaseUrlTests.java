package io.github.dsmsso.wizard.shared;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BaseUrlTests {

	private final BaseUrl nas = BaseUrl.parse("nas.example.org:5001");

	@Test
	void thePortIsLeftOutWhereItIsTheSchemesOwn() {
		assertThat(this.nas.origin()).isEqualTo("https://nas.example.org:5001");
		assertThat(this.nas.withPort(443).authority()).isEqualTo("nas.example.org");
		assertThat(BaseUrl.parse("http://127.0.0.1").authority()).isEqualTo("127.0.0.1");
	}

	@Test
	void aUrlWithoutAPortIsOfTheSchemesOwnPort() {
		assertThat(BaseUrl.parse("https://nas.example.org").covers(URI.create("https://nas.example.org/a"))).isTrue();
		assertThat(BaseUrl.parse("https://nas.example.org").covers(URI.create("https://nas.example.org:0"))).isFalse();
		assertThat(BaseUrl.parse("http://127.0.0.1").covers(URI.create("http://127.0.0.1/a"))).isTrue();
		assertThat(BaseUrl.parse("http://127.0.0.1").covers(URI.create("http://127.0.0.1:443/a"))).isFalse();
	}

	@Test
	void aSubPathIsPartOfIt() {
		BaseUrl below = this.nas.withPath("/auth/");
		assertThat(below).hasToString("https://nas.example.org:5001/auth/");
		assertThat(below.resolve("api/v3/?q=a%20b")).hasToString("https://nas.example.org:5001/auth/api/v3/?q=a%20b");
		assertThat(below.withPort(443)).hasToString("https://nas.example.org/auth/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://nas.example.org:5001", "https://NAS.example.org:5001/a?b#c" })
	void aUrlOfTheSameServerIsCovered(URI url) {
		assertThat(this.nas.covers(url)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://nas.example.org:5001", "https://nas.example.org", "https://nas.example.org:5000",
			"https://other.example.org:5001", "https://nas.example.org.evil:5001", "/relative", "mailto:a@b" })
	void aUrlOfAnotherServerIsNot(URI url) {
		assertThat(this.nas.covers(url)).isFalse();
	}

}
