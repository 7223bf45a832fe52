package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.dsm.SsoClient;
import org.jspecify.annotations.Nullable;

/**
 * How both systems are, as far as the desired state touches them. Two readings are equal
 * when nothing that matters has moved between them.
 *
 * @param dsm DSM's SSO objects
 * @param provider the OAuth2 provider that is taken up, or null
 * @param nameTaken whether another provider, of whatever type, has the desired name
 * @param application the application of the desired slug, or null
 * @param bindings the bindings of that application
 * @param scopeMapping the scope mapping of the desired name, where one is desired; else
 * null
 * @param attributes what the attribute holds that is to be filled in, by user
 */
public record CurrentState(SsoClient dsm, @Nullable OAuth2Provider provider, boolean nameTaken,
		@Nullable Application application, List<PolicyBinding> bindings, @Nullable ScopeMapping scopeMapping,
		List<UserAttributes> attributes) {

	public CurrentState {
		bindings = List.copyOf(bindings);
		attributes = List.copyOf(attributes);
	}

	/** Where no names are bridged. */
	CurrentState(SsoClient dsm, @Nullable OAuth2Provider provider, boolean nameTaken, @Nullable Application application,
			List<PolicyBinding> bindings) {
		this(dsm, provider, nameTaken, application, bindings, null, List.of());
	}

	/** What the attribute of a user holds; empty where there is no such user. */
	Optional<UserAttributes> findAttributes(int user) {
		return this.attributes.stream().filter((found) -> found.user() == user).findFirst();
	}

	Optional<OAuth2Provider> findProvider() {
		return Optional.ofNullable(this.provider);
	}

	Optional<Application> findApplication() {
		return Optional.ofNullable(this.application);
	}

}
