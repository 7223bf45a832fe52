package io.github.dsmsso.wizard.shared;

import java.io.Serializable;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SecretTests {

	private final Secret secret = Secret.of("hunter2");

	@Test
	void itPrintsAsDotsWhateverItsLength() {
		assertThat(this.secret).hasToString("••••••••");
		assertThat(Secret.of("x")).hasToString("••••••••");
		assertThat(Secret.none()).hasToString("");
	}

	@Test
	void itIsComparedByItsValueAndGivesNoHintByItsHash() {
		assertThat(this.secret).isEqualTo(Secret.of("hunter2"))
			.isNotEqualTo(Secret.of("hunter3"))
			.isNotEqualTo("hunter2");
		assertThat(this.secret).hasSameHashCodeAs(Secret.of("anything"));
	}

	@Test
	void itIsRevealedOnDemandAlone() {
		assertThat(this.secret.reveal()).isEqualTo("hunter2");
		assertThat(Secret.none().isEmpty()).isTrue();
		assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc123", " abc123\n", "Bearer abc123", "bearer  abc123", "BEARER\tabc123",
			"Authorization: Bearer abc123", "authorization:Bearer abc123", "\"abc123\"", "'abc123'", "`abc123`",
			"“abc123”", "„abc123“", "«abc123»", "\"Bearer abc123\"", "Bearer \"abc123\"",
			"'Authorization: Bearer abc123'", "\"Authorization\": \"Bearer abc123\"", "\"abc123", "abc123\"",
			" \" abc123 \" ", "abc 123" })
	void aTokenIsTakenOutOfWhatWasCopiedAlongWithIt(String pasted) {
		assertThat(Secret.of(pasted).asTokenAlone().reveal()).isEqualTo("abc123");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "bearerabc123", "abc\"123", "abc'Bearer", "authorization", "a" })
	void aTokenThatOnlyLooksWrappedStaysAsItIs(String token) {
		assertThat(Secret.of(token).asTokenAlone().reveal()).isEqualTo(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Bearer ", "\"\"", "\"Bearer \"", "Authorization: Bearer " })
	void nothingButWrappingIsNoToken(String pasted) {
		assertThat(Secret.of(pasted).asTokenAlone().isEmpty()).isTrue();
	}

	@Test
	void anEndlessTokenIsReadAtOnce() {
		String quotes = "\"".repeat(100_000);
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Secret.of("x" + quotes + "x" + quotes).asTokenAlone());
	}

	@Test
	void aMaskIsAllAsterisksOrDots() {
		assertThat(Secret.unknown().isMasked()).isTrue();
		assertThat(Secret.of("********").isMasked()).isTrue();
		assertThat(Secret.of("*•*").isMasked()).isTrue();
		assertThat(Secret.of("***x").isMasked()).isFalse();
		assertThat(this.secret.isMasked()).isFalse();
		assertThat(Secret.none().isMasked()).isFalse();
	}

	@Test
	void aCodeThatWasTypedInGroupsIsTheSameCode() {
		assertThat(Secret.of(" 123 456\t\n").withoutSpaces()).isEqualTo(Secret.of("123456"));
		assertThat(Secret.of("123-456").withoutSpaces()).isEqualTo(Secret.of("123-456"));
	}

}
