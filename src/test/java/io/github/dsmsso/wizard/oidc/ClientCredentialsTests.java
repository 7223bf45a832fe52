package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientCredentialsTests {

	@Test
	void aSecretIsShownUnlessItIsEmptyOrMasked() {
		assertThat(credentials(Secret.of("s3cret")).showsSecret()).isTrue();
		assertThat(credentials(Secret.none()).showsSecret()).isFalse();
		assertThat(credentials(Secret.unknown()).showsSecret()).isFalse();
		assertThat(credentials(Secret.of("******")).showsSecret()).isFalse();
	}

	@Test
	void aPlainSecretHasLettersAndDigitsAlone() {
		assertThat(credentials(Secret.of("abcXYZ123")).hasPlainSecret()).isTrue();
		assertThat(credentials(Secret.of("abc+xyz")).hasPlainSecret()).isFalse();
		assertThat(credentials(Secret.none()).hasPlainSecret()).isFalse();
		assertThat(credentials(Secret.unknown()).hasPlainSecret()).isFalse();
	}

	@Test
	void aNewSecretBelongsToTheSameClient() {
		assertThat(credentials(Secret.of("old")).withSecret(Secret.of("new"))).isEqualTo(credentials(Secret.of("new")));
	}

	private static ClientCredentials credentials(Secret secret) {
		return new ClientCredentials("client", secret);
	}

}
