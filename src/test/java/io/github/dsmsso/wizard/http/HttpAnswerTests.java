package io.github.dsmsso.wizard.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpAnswerTests {

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/html", "text/plain; charset=utf-8", "nonsense", "" })
	void jsonIsReadWhateverItsTypeSays(String type) {
		assertThat(answer(type, "{\"a\":1}").json().path("a").intValue()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "text/html, <html>, SOMETHING_ELSE", "application/xhtml+xml, <html>, SOMETHING_ELSE",
			"text/html; charset=x y, <p>, SOMETHING_ELSE", "'', <!doctype html>, SOMETHING_ELSE",
			"application/json, ' <html>', SOMETHING_ELSE", "application/json, '', UNREADABLE",
			"application/json, {, UNREADABLE", "application/json, {} {}, UNREADABLE", "text/plain, hello, UNREADABLE" })
	void anythingElseIsAWebPageOrUnreadable(String type, String body, Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> answer(type, body).json())
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(kind));
	}

	@Test
	void aFailureNamesStatusAndTypeAlone() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> answer("text/plain", "hush").json())
			.withMessage("network.unreadable: HTTP 200, text/plain");
	}

	@ParameterizedTest
	@CsvSource({ "/x, https://nas:5001/x", "x, https://nas:5001/x", "https://other/, https://other/",
			"//other/y, https://other/y" })
	void aRedirectIsMadeAbsolute(String location, URI target) {
		assertThat(with(HttpHeaders.LOCATION, location).location()).contains(target);
	}

	@Test
	void aRedirectThatCannotBeReadLeadsNowhere() {
		assertThat(with(HttpHeaders.LOCATION, "https://a b/").location()).isEmpty();
		assertThat(answer("", "").location()).isEmpty();
	}

	@Test
	void theDateIsRead() {
		assertThat(with(HttpHeaders.DATE, "Tue, 24 Nov 2026 09:00:00 GMT").date())
			.contains(Instant.parse("2026-11-24T09:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2026-11-24" })
	void aDateThatCannotBeReadIsNone(String date) {
		assertThat(with(HttpHeaders.DATE, date).date()).isEmpty();
	}

	private static HttpAnswer answer(String type, String body) {
		HttpHeaders headers = new HttpHeaders();
		if (!type.isEmpty()) {
			headers.set(HttpHeaders.CONTENT_TYPE, type);
		}
		return new HttpAnswer(BaseUrl.parse("nas:5001"), 200, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private static HttpAnswer with(String header, String value) {
		HttpAnswer answer = answer("", "");
		answer.headers().set(header, value);
		return answer;
	}

}
