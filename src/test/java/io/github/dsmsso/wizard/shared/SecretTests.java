package io.github.dsmsso.wizard.shared;

import java.io.Serializable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTests {

	private final Secret secret = Secret.of("hunter2");

	@Test
	void itPrintsAsDotsWhateverItsLength() {
		assertThat(this.secret).hasToString(Secret.of("x").toString()).asString().doesNotContain("hunter2");
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
