package io.github.dsmsso.wizard.oidc;

import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientCredentialsSourceTests {

	private final ClientCredentialsSource source = new ClientCredentialsSource(new SecureRandom());

	@Test
	void idAndSecretAreOfLettersAndDigitsAlone() {
		ClientCredentials credentials = this.source.next();
		assertThat(credentials.clientId()).matches("[A-Za-z0-9]{22}");
		assertThat(credentials.clientSecret().reveal()).matches("[A-Za-z0-9]{48}");
		assertThat(credentials.hasPlainSecret()).isTrue();
	}

	@Test
	void noTwoAreAlike() {
		Set<String> ids = Stream.generate(this.source::next)
			.limit(500)
			.flatMap((credentials) -> Stream.of(credentials.clientId(), credentials.clientSecret().reveal()))
			.collect(Collectors.toSet());
		assertThat(ids).hasSize(1000);
	}

	@Test
	void printedCredentialsDoNotShowTheSecret() {
		ClientCredentials credentials = this.source.next();
		assertThat(credentials.toString()).doesNotContain(credentials.clientSecret().reveal());
	}

}
