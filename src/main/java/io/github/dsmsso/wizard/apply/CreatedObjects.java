package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.PolicyBinding;
import org.jspecify.annotations.Nullable;

/**
 * The keys that authentik gave the objects of a run.
 *
 * @param signingKeyPk UUID of the signing key, or null while there is none
 * @param providerPk key of the provider, 0 while there is none
 * @param applicationPk UUID of the application, empty while there is none
 * @param scopeMappingPk UUID of the scope mapping, or null while there is none
 * @param bindings the bindings that the run created, with their keys
 */
public record CreatedObjects(@Nullable String signingKeyPk, int providerPk, String applicationPk,
		@Nullable String scopeMappingPk, List<PolicyBinding> bindings) {

	/** Nothing was created yet. */
	static final CreatedObjects NONE = new CreatedObjects(null, 0, "", null, List.of());

	CreatedObjects withSigningKey(@Nullable String pk) {
		return new CreatedObjects(pk, this.providerPk, this.applicationPk, this.scopeMappingPk, this.bindings);
	}

	CreatedObjects withProvider(int pk) {
		return new CreatedObjects(this.signingKeyPk, pk, this.applicationPk, this.scopeMappingPk, this.bindings);
	}

	CreatedObjects withApplication(String pk) {
		return new CreatedObjects(this.signingKeyPk, this.providerPk, pk, this.scopeMappingPk, this.bindings);
	}

	CreatedObjects withScopeMapping(@Nullable String pk) {
		return new CreatedObjects(this.signingKeyPk, this.providerPk, this.applicationPk, pk, this.bindings);
	}

	/** With a binding, in the place of an earlier one for the same group or user. */
	CreatedObjects withBinding(PolicyBinding created) {
		List<PolicyBinding> all = Stream
			.concat(this.bindings.stream().filter((earlier) -> !earlier.isForTheSame(created)), Stream.of(created))
			.toList();
		return new CreatedObjects(this.signingKeyPk, this.providerPk, this.applicationPk, this.scopeMappingPk, all);
	}

}
