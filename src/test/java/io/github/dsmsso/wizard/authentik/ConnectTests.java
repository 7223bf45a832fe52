package io.github.dsmsso.wizard.authentik;

import java.util.List;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConnectTests {

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void theTokensOwnerAndTheReleaseAreLearnt() {
		AuthentikClient client = this.authentik.client();
		assertThat(client.owner()).isEqualTo(new TokenOwner(ScriptedAuthentik.OWNER, "wizard", true));
		assertThat(client.capabilities().version()).hasToString("2026.8.3");
		assertThat(client.peer()).isEqualTo(this.authentik.peer());
	}

	@Test
	void theTokenTravelsInItsHeaderAloneAndNoCookieIsEverSentBack() {
		this.authentik.answers("GET core/users/me/", LabResponse.of(200, "application/json", """
				{"user": {"pk": 5, "username": "wizard", "is_superuser": true}}""")
			.with("Set-Cookie", "authentik_session=abc; Path=/"));
		this.authentik.lists("flows/instances/");
		this.authentik.client().flows().list(Flow.Designation.AUTHORIZATION);
		assertThat(this.authentik.heard()).hasSize(3).allSatisfy((request) -> {
			assertThat(request.header("authorization")).isEqualTo("Bearer " + ScriptedAuthentik.TOKEN);
			assertThat(request.header("accept")).isEqualTo("application/json");
			assertThat(request.header("accept-language")).isEqualTo("en");
			assertThat(request.header("cookie")).isNull();
			assertThat(request.target().toString()).doesNotContain(ScriptedAuthentik.TOKEN);
			assertThat(request.path()).startsWith("/api/v3/").endsWith("/");
		});
	}

	@Test
	void belowAWebPathEveryCallGoesThere() {
		try (ScriptedAuthentik below = ScriptedAuthentik.below("/authentik/")) {
			below.client();
			assertThat(below.heard()).extracting(LabRequest::path)
				.containsExactlyInAnyOrder("/authentik/api/v3/core/users/me/", "/authentik/api/v3/admin/version/");
		}
	}

	@Test
	void aTokenPastedWithALineBreakIsTheToken() {
		this.authentik.api().connect(this.authentik.peer(), Secret.of(" " + ScriptedAuthentik.TOKEN + "\r\n"));
		assertThat(this.authentik.heard("GET core/users/me/").header("authorization"))
			.isEqualTo("Bearer " + ScriptedAuthentik.TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "two words", "to\nken", "tokén", "Bearer abc" })
	void whatCannotBeATokenIsNotSent(String typed) {
		AuthentikException refused = catchThrowableOfType(AuthentikException.class,
				() -> this.authentik.api().connect(this.authentik.peer(), Secret.of(typed)));
		assertThat(refused.problem().code()).isEqualTo("authentik.token-characters");
		assertThat(refused).hasMessage("authentik.token-characters").hasNoCause();
		assertThat(this.authentik.heard()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Token invalid/expired; authentik.token-invalid
			Authentication credentials were not provided.; authentik.token-not-received
			Malformed header; authentik.token-not-received
			""")
	void aTokenThatAuthentikDoesNotTakeIsTold(String detail, String code) {
		String words = "{\"detail\": \"" + detail + "\"}";
		this.authentik.answers("GET core/users/me/", 403, words).answers("GET admin/version/", 403, words);
		AuthentikException refused = catchThrowableOfType(AuthentikException.class, this.authentik::client);
		assertThat(refused.reason()).isEqualTo(Reason.TOKEN_INVALID);
		assertThat(refused.problem().code()).isEqualTo(code);
	}

	@Test
	void aReleaseCandidateCountsAsItsRelease() {
		assertThat(this.authentik.ofVersion("2026.5.0-rc1").client().capabilities().hasGrantTypes()).isTrue();
	}

	@Test
	void aReleaseThatIsTooOldIsNamed() {
		AuthentikException refused = catchThrowableOfType(AuthentikException.class,
				() -> this.authentik.ofVersion("2023.8.7").client());
		assertThat(refused.problem().code()).isEqualTo("authentik.version-too-old");
		assertThat(refused.problem().arguments()).isEqualTo(List.of("2023.8.7"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"version_current\": \"unknown\"}", "{\"version_current\": 2026}", "{}", "[]", "{" })
	void aVersionThatCannotBeReadIsUnreadable(String json) {
		this.authentik.answers("GET admin/version/", json);
		ApiException failed = catchThrowableOfType(ApiException.class, this.authentik::client);
		assertThat(failed.failure().kind()).isEqualTo(Kind.UNREADABLE);
	}

}
