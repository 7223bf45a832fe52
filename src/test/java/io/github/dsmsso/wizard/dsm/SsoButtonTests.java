package io.github.dsmsso.wizard.dsm;

import java.net.URI;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.dsm.SsoButton.Outcome;
import io.github.dsmsso.wizard.http.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SsoButtonTests {

	private static final String URL = "https://id.example/authorize?client_id=a&redirect_uri=https%3A%2F%2Fnas%3A5001";

	private final Nas nas = Nas.running();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void theButtonIsPressedAsThePageDoes() {
		this.nas.api().pressSsoButton(this.nas.peer());
		assertThat(this.nas.heard()).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("GET");
			assertThat(request.target()).isEqualTo(URI.create("/index.cgi?action=oidcauthurl&method=oidc"));
		});
	}

	@Test
	void theAddressThatDsmBuiltIsHandedOver() {
		answer(200, "{\"data\":{\"url\":\"%s\"},\"success\":true}".formatted(URL));
		assertThat(press()).isEqualTo(new SsoButton(Outcome.BUILT, URI.create(URL)));
	}

	@Test
	void aNasWithoutSettingsRefuses() {
		assertThat(press()).isEqualTo(new SsoButton(Outcome.REFUSED, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "200 | {\"data\":{},\"success\":true}",
					"200 | {\"data\":{\"url\":\"not a url\"},\"success\":true}",
					"200 | {\"data\":{\"url\":\"/relative\"},\"success\":true}",
					"200 | {\"data\":{\"url\":\"javascript:alert(1)\"},\"success\":true}",
					"200 | {\"url\":\"https://x\"}", "200 | <html></html>", "302 | moved", "404 | gone", "502 | bad" })
	void anyOtherAnswerProvesNothing(int status, String body) {
		answer(status, body);
		assertThat(press()).isEqualTo(new SsoButton(Outcome.UNKNOWN, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "LOST", "SILENT" })
	void noAnswerIsToldAsSuch(LabResponse.Delivery delivery) {
		this.nas.withoutASocket().answering(SsoButtonTests::isButton, LabResponse.html(200, "x").delivered(delivery));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::press);
		assertThat(this.nas.heard()).hasSize(1);
	}

	private SsoButton press() {
		return this.nas.api().pressSsoButton(this.nas.peer());
	}

	private void answer(int status, String body) {
		this.nas.answering(SsoButtonTests::isButton, LabResponse.of(status, "application/json", body));
	}

	private static boolean isButton(LabRequest request) {
		return request.path().equals("/index.cgi");
	}

}
