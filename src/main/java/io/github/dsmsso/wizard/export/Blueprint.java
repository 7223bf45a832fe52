package io.github.dsmsso.wizard.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ProviderJson;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A blueprint of authentik: authentik's side alone. It finds flows, keys, mappings,
 * groups and users by their names, so it also fits another authentik that has these. The
 * client secret is left out: authentik keeps the one it has, or makes one.
 */
@Component
@Order(1)
class Blueprint implements SetupFormat {

	private static final String HEAD = """
			# yaml-language-server: $schema=https://goauthentik.io/blueprints/schema.json
			# Holds no secret: authentik keeps the client secret that it has, or makes one, which DSM needs to know.
			""";

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.addModule(new SimpleModule().addSerializer(Find.class, new FindSerializer()))
		.build();

	@Override
	public String id() {
		return "blueprint";
	}

	@Override
	public String fileName(Setup setup) {
		return "dsm-sso-" + setup.application().slug() + ".blueprint.yaml";
	}

	@Override
	public String mediaType() {
		return "application/yaml;charset=UTF-8";
	}

	@Override
	public String write(Setup setup) {
		List<Map<String, Object>> entries = new ArrayList<>();
		ScopeMapping own = setup.ownMapping();
		if (own != null) {
			entries.add(entry("authentik_providers_oauth2.scopemapping", Map.of("name", own.name()),
					ordered("scope_name", own.scopeName(), "expression", own.expression())));
		}
		entries.add(entry("authentik_providers_oauth2.oauth2provider", Map.of("name", setup.provider().name()),
				provider(setup)));
		entries
			.add(entry("authentik_core.application", Map.of("slug", setup.application().slug()), application(setup)));
		setup.bindings().forEach((binding) -> entries.add(binding(setup, binding)));
		return HEAD + YAML.writeValueAsString(ordered("version", 1, "metadata",
				Map.of("name", "DSM single sign-on: " + setup.application().name()), "entries", entries));
	}

	private static Map<String, Object> entry(String model, Map<String, ?> identifiers, Map<String, ?> attrs) {
		return ordered("model", model, "identifiers", identifiers, "attrs", attrs);
	}

	private static Map<String, @Nullable Object> provider(Setup setup) {
		Map<String, @Nullable Object> attrs = new ProviderJson(setup.capabilities()).write(setup.provider());
		attrs.remove("name");
		attrs.remove("client_secret");
		attrs.computeIfPresent("authorization_flow", (name, pk) -> flow(setup, pk));
		attrs.computeIfPresent("invalidation_flow", (name, pk) -> flow(setup, pk));
		attrs.computeIfPresent("encryption_key", (name, pk) -> key(setup.key(pk.toString())));
		String signingKey = setup.signingKey();
		attrs.put("signing_key", (signingKey != null) ? key(signingKey) : null);
		attrs.put("property_mappings",
				setup.provider().propertyMappings().stream().map((pk) -> mapping(setup, pk)).toList());
		return attrs;
	}

	private static Find flow(Setup setup, Object pk) {
		return found("authentik_flows.flow", "slug", setup.flow(pk.toString()));
	}

	private static Find key(String name) {
		return found("authentik_crypto.certificatekeypair", "name", name);
	}

	private static Object mapping(Setup setup, String pk) {
		if (pk.isEmpty()) {
			return found("authentik_providers_oauth2.scopemapping", "name",
					Objects.requireNonNull(setup.ownMapping()).name());
		}
		return setup.mapping(pk)
			.<Object>map((mapping) -> (mapping.managed() != null)
					? found("authentik_providers_oauth2.scopemapping", "managed", mapping.managed())
					: found("authentik_providers_oauth2.scopemapping", "name", mapping.name()))
			.orElse(pk);
	}

	private static Map<String, Object> application(Setup setup) {
		return ordered("name", setup.application().name(), "provider",
				found("authentik_providers_oauth2.oauth2provider", "name", setup.provider().name()),
				"policy_engine_mode", setup.application().matchAny() ? "any" : "all", "meta_launch_url",
				setup.application().launchUrl(), "meta_description", setup.application().description(),
				"meta_publisher", setup.application().publisher());
	}

	private static Map<String, Object> binding(Setup setup, PolicyBinding binding) {
		Map<String, Object> identifiers = ordered("target",
				found("authentik_core.application", "slug", setup.application().slug()));
		if (binding.group() != null) {
			identifiers.put("group", found("authentik_core.group", "name", setup.group(binding.group())));
		}
		else if (binding.user() != null) {
			identifiers.put("user", found("authentik_core.user", "username", setup.user(binding.user())));
		}
		else if (binding.policy() != null) {
			identifiers.put("policy", binding.policy());
		}
		return ordered("model", "authentik_policies.policybinding", "identifiers", identifiers, "attrs",
				ordered("order", binding.order(), "enabled", binding.enabled(), "negate", binding.negate(), "timeout",
						binding.timeout(), "failure_result", binding.failureResult()));
	}

	/** What was made by an entry before is found as well. */
	private static Find found(String model, String field, String value) {
		return new Find(List.of(model, List.of(field, value)));
	}

	/** A map in the order of its names. */
	static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return map;
	}

	/**
	 * The key of an object, which authentik looks for itself.
	 *
	 * @param conditions the model, and the name and the value of a field
	 */
	private record Find(List<?> conditions) {

	}

	/** {@code KeyOf} has a text as its value, which Jackson writes without a tag. */
	private static final class FindSerializer extends ValueSerializer<Find> {

		@Override
		public void serialize(Find find, JsonGenerator generator, SerializationContext context) {
			generator.writeTypeId("!Find");
			context.writeValue(generator, find.conditions());
		}

	}

}
