package io.github.dsmsso.wizard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.dsmsso.lab.contract.ProviderSchemas;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A configuration for OpenTofu is one that the providers' schemas allow. */
class OpenTofuExportTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What a resource may have whatever its provider. */
	private static final Set<String> META = Set.of("depends_on");

	static Stream<JsonNode> schemas() {
		return ProviderSchemas.all();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("schemas")
	void everyNameIsOneOfTheProvidersAndNothingRequiredIsMissing(JsonNode schemas) {
		try (Bench bench = Bench.unchecked("7.2.2", "2026.2")) {
			JsonNode configuration = written(bench, restricted(bench));
			List<String> faults = new ArrayList<>();
			for (String provider : List.of("authentik", "synology")) {
				faults.addAll(faults(configuration.path("provider").path(provider),
						schemas.path(provider).path("provider"), provider));
			}
			configuration.path("resource")
				.forEachEntry((type, all) -> all
					.forEachEntry((name, one) -> faults.addAll(faults(one, schema(schemas, "resources", type), type))));
			configuration.path("data")
				.forEachEntry((type, all) -> all.forEachEntry(
						(name, one) -> faults.addAll(faults(one, schema(schemas, "data_sources", type), type))));
			assertThat(faults).isEmpty();
		}
	}

	@Test
	void whatIsThereIsImportedAndWhatIsNotIsMade() {
		try (Bench bench = Bench.unchecked("7.2.2", "2026.2")) {
			DesiredState desired = restricted(bench);
			assertThat(imports(written(bench, desired))).containsExactly("synology_core_directory_oidc_sso.nas oidc");
			bench.start(bench.plan(desired));
			String binding = bench.authentikClient()
				.bindings()
				.list(bench.authentikClient().applications().get(desired.applicationSlug()).orElseThrow().pk())
				.get(0)
				.pk();
			int provider = bench.authentikClient().providers().list().get(0).pk();
			assertThat(imports(written(bench, desired))).containsExactlyInAnyOrder(
					"authentik_provider_oauth2.dsm " + provider, "authentik_application.dsm synology",
					"authentik_policy_binding.binding_0 " + binding, "synology_core_directory_oidc_sso.nas oidc");
		}
	}

	@Test
	void aTextIsNoTemplate() {
		try (Bench bench = Bench.unchecked("7.2.2", "2026.2")) {
			Plan plan = bench.plan();
			Setup setup = ExportedSetup.of(bench, plan);
			Setup odd = new Setup(setup.nas(), null, "${path.module}%{if}", setup.authentik(), null, setup.provider(),
					setup.application(), setup.bindings(), setup.ownMapping(), setup.ownKey(), setup.oidcSso(),
					setup.ssoProfile(), setup.ssoSetting(), setup.inventory());
			assertThat(JSON.readTree(new OpenTofu().write(odd)).at("/provider/synology/user").asString())
				.isEqualTo("$${path.module}%%{if}");
		}
	}

	private static DesiredState restricted(Bench bench) {
		String group = bench.authentikClient().directory().groups().get(0).pk();
		return bench.suggested().withAccess(new AccessRestriction(Set.of(group), Set.of()));
	}

	private static JsonNode written(Bench bench, DesiredState desired) {
		return JSON.readTree(new OpenTofu().write(ExportedSetup.of(bench, bench.plan(desired))));
	}

	private static List<String> imports(JsonNode configuration) {
		return configuration.path("import")
			.valueStream()
			.map((one) -> one.path("to").asString() + " " + one.path("id").asString())
			.toList();
	}

	private static JsonNode schema(JsonNode schemas, String kind, String type) {
		return Stream.of("authentik", "synology")
			.map((provider) -> schemas.path(provider).path(kind).path(type))
			.filter(JsonNode::isObject)
			.findFirst()
			.orElseThrow(() -> new AssertionError("No provider has " + type));
	}

	private static List<String> faults(JsonNode written, JsonNode schema, String what) {
		JsonNode attributes = schema.path("block").path("attributes");
		Set<String> names = new TreeSet<>(written.propertyNames());
		names.removeAll(META);
		List<String> faults = new ArrayList<>();
		names.stream().filter((name) -> !attributes.has(name)).forEach((name) -> faults.add(what + " has no " + name));
		attributes.forEachEntry((name, attribute) -> {
			if (attribute.path("required").asBoolean(false) && !written.has(name)) {
				faults.add(what + " lacks " + name);
			}
		});
		return faults;
	}

}
