package io.github.dsmsso.wizard.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.dsmsso.wizard.export.Blueprint.ordered;

/**
 * Both systems for OpenTofu or Terraform, in JSON syntax: the providers
 * {@code goauthentik/authentik} and {@code ironashram/synology}, whose one resource sets
 * DSM's three SSO objects. What is there already is imported, so that nothing is made a
 * second time; the client secret stays with authentik and goes from there to DSM.
 */
@Component
@Order(2)
class OpenTofu implements SetupFormat {

	private static final String PROVIDER = "authentik_provider_oauth2";

	private static final String APPLICATION = "authentik_application";

	private static final String BINDING = "authentik_policy_binding";

	private static final String MAPPING = "authentik_property_mapping_provider_scope";

	private static final String DSM = "synology_core_directory_oidc_sso";

	private static final String FLOW = "authentik_flow";

	private static final String KEY = "authentik_certificate_key_pair";

	private static final String GROUP = "authentik_group";

	private static final String USER = "authentik_user";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Override
	public String id() {
		return "opentofu";
	}

	@Override
	public String fileName(Setup setup) {
		return "dsm-sso-" + setup.application().slug() + ".tf.json";
	}

	@Override
	public String mediaType() {
		return "application/json;charset=UTF-8";
	}

	/**
	 * The provider asks authentik for an invalidation flow, which there is from 2024.10
	 * on, and DSM for its default sign-in, which there is from 7.2 on.
	 */
	@Override
	public boolean fits(Setup setup) {
		return setup.capabilities().hasInvalidationFlow() && setup.ssoSetting() != null;
	}

	@Override
	public String write(Setup setup) {
		return JSON.writeValueAsString(new Configuration(setup).whole()) + "\n";
	}

	/** A text as it is, not as a template. */
	private static String literal(String text) {
		return text.replace("${", "$${").replace("%{", "%%{");
	}

	private static String reference(String expression) {
		return "${" + expression + "}";
	}

	/** One configuration while it is put together. */
	private static final class Configuration {

		private final Setup setup;

		private final Map<String, Map<String, Object>> data = new LinkedHashMap<>();

		private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();

		private final List<Map<String, Object>> imports = new ArrayList<>();

		Configuration(Setup setup) {
			this.setup = setup;
		}

		Map<String, Object> whole() {
			ownMapping();
			provider();
			application();
			int number = 0;
			for (PolicyBinding binding : this.setup.bindings()) {
				binding("binding_" + number++, binding);
			}
			dsm();
			return ordered("terraform", terraform(), "variable", variables(), "provider", providers(), "data",
					this.data, "resource", this.resources, "import", this.imports);
		}

		/** The provider follows authentik's releases. */
		private Map<String, Object> terraform() {
			Version release = this.setup.capabilities().version();
			return ordered("required_version", ">= 1.6.0", "required_providers",
					ordered("authentik",
							ordered("source", "goauthentik/authentik", "version",
									"~> %d.%d.0".formatted(release.major(), release.minor())),
							"synology", ordered("source", "ironashram/synology")));
		}

		private static Map<String, Object> variables() {
			return ordered("authentik_token", secret("An API token of an authentik administrator"), "dsm_password",
					secret("The password of the DSM account"), "dsm_otp_secret",
					ordered("type", "string", "sensitive", true, "default", null, "description",
							"The secret of the DSM account's second factor, where it has one"));
		}

		private static Map<String, Object> secret(String description) {
			return ordered("type", "string", "sensitive", true, "description", description);
		}

		private Map<String, Object> providers() {
			return ordered("authentik",
					ordered("url", literal(this.setup.authentik()), "token", "${var.authentik_token}"), "synology",
					ordered("host", literal(this.setup.nas()), "user", literal(this.setup.account()), "password",
							"${var.dsm_password}", "otp_secret", "${var.dsm_otp_secret}"));
		}

		private void ownMapping() {
			ScopeMapping own = this.setup.ownMapping();
			if (own != null) {
				resource(MAPPING, "own", own.pk(), ordered("name", literal(own.name()), "scope_name",
						literal(own.scopeName()), "expression", literal(own.expression())));
			}
		}

		private void provider() {
			OAuth2Provider provider = this.setup.provider();
			Map<String, Object> settings = ordered("name", literal(provider.name()), "client_id",
					literal(provider.credentials().clientId()), "client_type",
					provider.confidential() ? "confidential" : "public", "authorization_flow",
					flow("authorization", provider.authorizationFlow()), "invalidation_flow",
					flow("invalidation", provider.invalidationFlow()), "allowed_redirect_uris",
					provider.redirectUris().stream().map(this::redirect).toList(), "property_mappings",
					provider.propertyMappings().stream().map(this::mapping).toList(), "sub_mode",
					provider.subjectMode().value(), "issuer_mode",
					provider.perProviderIssuer() ? "per_provider" : "global", "include_claims_in_id_token",
					provider.includeClaimsInIdToken());
			String signingKey = this.setup.signingKey();
			if (signingKey != null) {
				settings.put("signing_key", key("signing", signingKey));
			}
			if (provider.encryptionKey() != null) {
				settings.put("encryption_key", key("encryption", this.setup.key(provider.encryptionKey())));
			}
			if (provider.grantTypes() != null) {
				settings.put("grant_types", provider.grantTypes());
			}
			resource(PROVIDER, "dsm", (provider.pk() != 0) ? String.valueOf(provider.pk()) : "", settings);
		}

		private Map<String, Object> redirect(AllowedRedirect redirect) {
			Map<String, Object> object = ordered("matching_mode", redirect.strict() ? "strict" : "regex", "url",
					literal(redirect.url()));
			if (this.setup.capabilities().redirectUrisHaveType()) {
				object.put("redirect_uri_type", redirect.forLogout() ? "logout" : "authorization");
			}
			return object;
		}

		private void application() {
			boolean exists = !this.setup.application().pk().isEmpty();
			resource(APPLICATION, "dsm", exists ? this.setup.application().slug() : "",
					ordered("name", literal(this.setup.application().name()), "slug", this.setup.application().slug(),
							"protocol_provider", "${" + PROVIDER + ".dsm.id}", "policy_engine_mode",
							this.setup.application().matchAny() ? "any" : "all", "meta_launch_url",
							literal(this.setup.application().launchUrl()), "meta_description",
							literal(this.setup.application().description()), "meta_publisher",
							literal(this.setup.application().publisher())));
		}

		private void binding(String name, PolicyBinding binding) {
			Map<String, Object> settings = ordered("target", "${" + APPLICATION + ".dsm.uuid}", "order",
					binding.order(), "enabled", binding.enabled(), "negate", binding.negate(), "timeout",
					binding.timeout(), "failure_result", binding.failureResult());
			if (binding.group() != null) {
				settings.put("group", data(GROUP, name, "id",
						ordered("name", literal(this.setup.group(binding.group())), "include_users", false)));
			}
			else if (binding.user() != null) {
				settings.put("user",
						data(USER, name, "pk", ordered("username", literal(this.setup.user(binding.user())))));
			}
			else if (binding.policy() != null) {
				settings.put("policy", binding.policy());
			}
			resource(BINDING, name, binding.pk(), settings);
		}

		/** DSM has its settings always; the provider takes any id. */
		private void dsm() {
			OidcSso oidc = this.setup.oidcSso();
			boolean byDefault = this.setup.ssoSetting() != null && this.setup.ssoSetting().defaultLogin();
			Map<String, Object> settings = ordered("enabled", this.setup.ssoProfile().isOidcEnabled(), "default_login",
					byDefault, "name", literal(oidc.name()), "wellknown_url", literal(oidc.wellKnown()), "client_id",
					"${" + PROVIDER + ".dsm.client_id}", "client_secret", "${" + PROVIDER + ".dsm.client_secret}",
					"redirect_uri", literal(oidc.redirectUri()), "scope", literal(oidc.scope()), "username_claim",
					literal(oidc.userClaim()));
			if (oidc.allowLocalUser() != null) {
				settings.put("allow_local_user", oidc.allowLocalUser());
			}
			settings.put("depends_on", before());
			resource(DSM, "nas", "oidc", settings);
		}

		/** DSM leads people to authentik once everything there is as it shall be. */
		private List<String> before() {
			List<String> before = new ArrayList<>(List.of(APPLICATION + ".dsm"));
			this.resources.getOrDefault(BINDING, Map.of()).keySet().forEach((name) -> before.add(BINDING + "." + name));
			return before;
		}

		private String flow(String name, @Nullable String pk) {
			return data(FLOW, name, "id", ordered("slug", this.setup.flow((pk != null) ? pk : "")));
		}

		private String key(String name, String keyName) {
			return data(KEY, name, "id",
					ordered("name", literal(keyName), "fetch_certificate", false, "fetch_key", false));
		}

		private String mapping(String pk) {
			if (pk.isEmpty()) {
				return reference(MAPPING + ".own.id");
			}
			return this.setup.mapping(pk)
				.map((mapping) -> data(MAPPING, "mapping_" + mapping.pk().replaceAll("\\W", "").substring(0, 8), "id",
						(mapping.managed() != null) ? ordered("managed", mapping.managed())
								: ordered("name", literal(mapping.name()))))
				.orElse(pk);
		}

		private String data(String type, String name, String attribute, Map<String, Object> query) {
			this.data.computeIfAbsent(type, (any) -> new LinkedHashMap<>()).put(name, query);
			return reference("data." + type + "." + name + "." + attribute);
		}

		private void resource(String type, String name, String id, Map<String, Object> settings) {
			this.resources.computeIfAbsent(type, (any) -> new LinkedHashMap<>()).put(name, settings);
			if (!id.isEmpty()) {
				this.imports.add(ordered("to", type + "." + name, "id", id));
			}
		}

	}

}
