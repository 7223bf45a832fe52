package io.github.dsmsso.wizard.apply;

import org.jspecify.annotations.Nullable;

/**
 * The keys that authentik gave the objects of a run.
 *
 * @param signingKeyPk UUID of the signing key, or null while there is none
 * @param providerPk key of the provider, 0 while there is none
 * @param applicationPk UUID of the application, empty while there is none
 */
public record CreatedObjects(@Nullable String signingKeyPk, int providerPk, String applicationPk) {

	CreatedObjects withSigningKey(@Nullable String pk) {
		return new CreatedObjects(pk, this.providerPk, this.applicationPk);
	}

	CreatedObjects withProvider(int pk) {
		return new CreatedObjects(this.signingKeyPk, pk, this.applicationPk);
	}

	CreatedObjects withApplication(String pk) {
		return new CreatedObjects(this.signingKeyPk, this.providerPk, pk);
	}

}
