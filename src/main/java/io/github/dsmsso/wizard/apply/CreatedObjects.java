package io.github.dsmsso.wizard.apply;

import org.jspecify.annotations.Nullable;

/**
 * The keys that authentik gave the objects of a run.
 *
 * @param signingKeyPk UUID of the signing key, or null while there is none
 * @param providerPk key of the provider, 0 while there is none
 * @param applicationPk UUID of the application, empty while there is none
 * @param scopeMappingPk UUID of the scope mapping, or null while there is none
 */
public record CreatedObjects(@Nullable String signingKeyPk, int providerPk, String applicationPk,
		@Nullable String scopeMappingPk) {

	CreatedObjects withSigningKey(@Nullable String pk) {
		return new CreatedObjects(pk, this.providerPk, this.applicationPk, this.scopeMappingPk);
	}

	CreatedObjects withProvider(int pk) {
		return new CreatedObjects(this.signingKeyPk, pk, this.applicationPk, this.scopeMappingPk);
	}

	CreatedObjects withApplication(String pk) {
		return new CreatedObjects(this.signingKeyPk, this.providerPk, pk, this.scopeMappingPk);
	}

	CreatedObjects withScopeMapping(@Nullable String pk) {
		return new CreatedObjects(this.signingKeyPk, this.providerPk, this.applicationPk, pk);
	}

}
