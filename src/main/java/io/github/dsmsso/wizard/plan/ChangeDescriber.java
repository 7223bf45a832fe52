package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikCall;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.WriteCalls;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoPage;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Puts changes into words: vendors' field names, and names in the place of keys.
 */
final class ChangeDescriber {

	private final AuthentikInventory inventory;

	private final WriteCalls calls;

	ChangeDescriber(AuthentikInventory inventory) {
		this.inventory = inventory;
		this.calls = new WriteCalls(inventory.capabilities());
	}

	ChangeDescription signingKey(String name) {
		return new ChangeDescription(TargetSystem.AUTHENTIK, "signing-key", name, Operation.CREATE,
				this.calls.newSigningKey().toString(),
				List.of(FieldChange.of("common_name", "", name), FieldChange.of("alg", "", "rsa")));
	}

	/** As it stands in authentik's form; null where it does not. */
	ChangeDescription attribute(int user, String attribute, @Nullable String before, @Nullable String wanted) {
		FieldChange field = FieldChange.of("attributes", (before != null) ? attribute + ": " + before : "",
				(wanted != null) ? attribute + ": " + wanted : "");
		return new ChangeDescription(TargetSystem.AUTHENTIK, "user", this.inventory.userName(user),
				operation(true, Objects.equals(wanted, before)), this.calls.changedUser(user).toString(),
				List.of(field));
	}

	ChangeDescription scopeMapping(ScopeMapping wanted) {
		ScopeMapping before = wanted.pk().isEmpty() ? null : wanted;
		Fields<ScopeMapping> fields = new Fields<>(before, wanted);
		fields.add("name", ScopeMapping::name);
		fields.add("scope_name", ScopeMapping::scopeName);
		fields.add("expression", ScopeMapping::expression);
		return new ChangeDescription(TargetSystem.AUTHENTIK, "scope-mapping", wanted.name(),
				operation(before != null, true), this.calls.newScopeMapping().toString(), fields.changes());
	}

	ChangeDescription provider(@Nullable OAuth2Provider before, OAuth2Provider wanted, String newKeyName,
			boolean same) {
		Operation operation = operation(before != null, same);
		AuthentikCall call = (before != null) ? this.calls.changedProvider(before.pk()) : this.calls.newProvider();
		Fields<OAuth2Provider> fields = new Fields<>(before, wanted);
		fields.add("name", OAuth2Provider::name);
		fields.add("client_type", (provider) -> provider.confidential() ? "confidential" : "public");
		fields.add("client_id", (provider) -> provider.credentials().clientId());
		fields.addSecret("client_secret", (provider) -> provider.credentials().clientSecret());
		fields.add("redirect_uris", ChangeDescriber::redirects);
		if (wanted.grantTypes() != null) {
			fields.add("grant_types", (provider) -> joined(provider.grantTypes()));
		}
		fields.addChange(FieldChange.of("signing_key", (before != null) ? keyName(before.signingKey(), "") : "",
				keyName(wanted.signingKey(), newKeyName)));
		fields.add("encryption_key", (provider) -> keyName(provider.encryptionKey(), ""));
		fields.add("sub_mode", (provider) -> provider.subjectMode().value());
		fields.add("property_mappings", (provider) -> joined(mappingNames(provider)));
		fields.add("authorization_flow", (provider) -> this.inventory.flowName(provider.authorizationFlow()));
		if (wanted.invalidationFlow() != null) {
			fields.add("invalidation_flow", (provider) -> (provider.invalidationFlow() != null)
					? this.inventory.flowName(provider.invalidationFlow()) : "");
		}
		fields.add("include_claims_in_id_token", (provider) -> String.valueOf(provider.includeClaimsInIdToken()));
		fields.add("issuer_mode", (provider) -> provider.perProviderIssuer() ? "per_provider" : "global");
		return new ChangeDescription(TargetSystem.AUTHENTIK, "provider", wanted.name(), operation, call.toString(),
				fields.changes());
	}

	ChangeDescription application(@Nullable Application before, Application wanted, String providerName, boolean same) {
		Operation operation = operation(before != null, same);
		AuthentikCall call = (before != null) ? this.calls.changedApplication(before.slug())
				: this.calls.newApplication();
		Fields<Application> fields = new Fields<>(before, wanted);
		fields.add("name", Application::name);
		fields.add("slug", Application::slug);
		fields.addChange(FieldChange.of("provider",
				(before == null || before.provider() == null) ? ""
						: before.provider().equals(wanted.provider()) ? providerName : "#" + before.provider(),
				providerName));
		fields.add("policy_engine_mode", (application) -> application.matchAny() ? "any" : "all");
		fields.add("meta_description", Application::description);
		fields.add("meta_publisher", Application::publisher);
		return new ChangeDescription(TargetSystem.AUTHENTIK, "application", wanted.name(), operation, call.toString(),
				fields.changes());
	}

	ChangeDescription binding(PolicyBinding binding, Operation operation) {
		String name = nameOf(binding);
		FieldChange field = FieldChange.of(kindOf(binding), (operation == Operation.CREATE) ? "" : name,
				(operation == Operation.DELETE) ? "" : name);
		AuthentikCall call = (operation == Operation.CREATE) ? this.calls.newBinding()
				: this.calls.removedBinding(binding.pk());
		return new ChangeDescription(TargetSystem.AUTHENTIK, "binding", name, operation, call.toString(),
				List.of(field));
	}

	private String nameOf(PolicyBinding binding) {
		String group = binding.group();
		Integer user = binding.user();
		return (group != null) ? this.inventory.groupName(group)
				: (user != null) ? this.inventory.userName(user) : String.valueOf(binding.policy());
	}

	private static String kindOf(PolicyBinding binding) {
		return (binding.group() != null) ? "group" : (binding.user() != null) ? "user" : "policy";
	}

	ChangeDescription oidcSso(OidcSso before, OidcSso wanted) {
		Fields<OidcSso> fields = new Fields<>(before, wanted);
		fields.add("oidc_name", OidcSso::name);
		fields.add("oidc_wellknown", OidcSso::wellKnown);
		fields.add("oidc_client_id", OidcSso::clientId);
		fields.addSecret("oidc_client_secret", OidcSso::clientSecret);
		fields.add("oidc_redirect_uri", OidcSso::redirectUri);
		fields.add("oidc_scope", OidcSso::scope);
		fields.add("oidc_user_claim", OidcSso::userClaim);
		if (wanted.allowLocalUser() != null) {
			fields.add("oidc_allow_local_user", (settings) -> String.valueOf(settings.allowLocalUser()));
		}
		fields.add("oidc_authorization_endpoint", OidcSso::authorizationEndpoint);
		fields.add("oidc_token_endpoint", OidcSso::tokenEndpoint);
		return new ChangeDescription(TargetSystem.DSM, "oidc-sso", wanted.name(),
				operation(true, before.isSameAs(wanted)), SsoPage.OIDC_SSO.writeCall(), fields.changes());
	}

	ChangeDescription ssoProfile(SsoProfile before, SsoProfile wanted) {
		Fields<SsoProfile> fields = new Fields<>(before, wanted);
		fields.add("sso_enable", (profile) -> String.valueOf(profile.enabled()));
		fields.add("sso_profile", SsoProfile::profile);
		return new ChangeDescription(TargetSystem.DSM, "sso-profile", wanted.profile(),
				operation(true, before.equals(wanted)), SsoPage.PROFILE.writeCall(), fields.changes());
	}

	ChangeDescription ssoSetting(SsoSetting before, SsoSetting wanted) {
		Fields<SsoSetting> fields = new Fields<>(before, wanted);
		fields.add("sso_default_login", (setting) -> String.valueOf(setting.defaultLogin()));
		return new ChangeDescription(TargetSystem.DSM, "sso-setting", "sso_default_login",
				operation(true, before.equals(wanted)), SsoPage.SETTING.writeCall(), fields.changes());
	}

	private static Operation operation(boolean exists, boolean same) {
		if (!exists) {
			return Operation.CREATE;
		}
		return same ? Operation.NONE : Operation.UPDATE;
	}

	private String keyName(@Nullable String pk, String otherwise) {
		return (pk != null) ? this.inventory.keyName(pk) : otherwise;
	}

	private List<String> mappingNames(OAuth2Provider provider) {
		return provider.propertyMappings().stream().map(this.inventory::mappingName).sorted().toList();
	}

	private static String redirects(OAuth2Provider provider) {
		return joined(provider.redirectUris()
			.stream()
			.map((redirect) -> redirect.strict() ? redirect.url() : redirect.url() + " (regex)")
			.toList());
	}

	private static String joined(@Nullable List<String> values) {
		return (values != null) ? String.join(", ", values) : "";
	}

	/** Collects the fields of one object, now and after. */
	private static final class Fields<T> {

		private final @Nullable T before;

		private final T wanted;

		private final List<FieldChange> changes = new ArrayList<>();

		Fields(@Nullable T before, T wanted) {
			this.before = before;
			this.wanted = wanted;
		}

		void add(String field, Function<T, String> value) {
			addChange(FieldChange.of(field, (this.before != null) ? value.apply(this.before) : "",
					value.apply(this.wanted)));
		}

		void addSecret(String field, Function<T, Secret> value) {
			addChange(FieldChange.ofSecret(field, (this.before != null) ? value.apply(this.before) : Secret.none(),
					value.apply(this.wanted)));
		}

		void addChange(FieldChange change) {
			this.changes.add(change);
		}

		List<FieldChange> changes() {
			return this.changes;
		}

	}

}
