package io.github.dsmsso.lab.authentik;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * {@code /propertymappings/provider/scope/}, until 2024.6
 * {@code /propertymappings/scope/}.
 */
final class ScopeMappings extends Resource {

	ScopeMappings(AuthentikWorld world) {
		super(world, world.scopeMappings());
	}

	void routes(Routes routes) {
		String base = has(Behaviour.SCOPES_BELOW_PROVIDER) ? "/propertymappings/provider/scope/"
				: "/propertymappings/scope/";
		writable(routes, base);
		routes.add("GET", base + "{key}/used_by/", (call) -> UsedBy.mapping(world(), found(call)));
	}

	@Override
	Filters filters() {
		return new Filters().repeated("managed")
			.isNull("managed")
			.exact("name", "scope_name")
			.search("name", "scope_name")
			.orderedBy("scope_name");
	}

	@Override
	Fields fields() {
		return new Fields(Field.text("managed").nullable().uniqueIn(table()),
				Field.text("name").required().uniqueIn(table()), Field.text("expression").required(),
				Field.text("scope_name").required(), Field.text("description").blank());
	}

	@Override
	void deleted(Row row) {
		Cascades.mappingDeleted(world(), row);
	}

	@Override
	Map<String, @Nullable Object> shown(Row mapping, Call call) {
		return shown(model(), mapping);
	}

	static Map<String, @Nullable Object> shown(Model model, Row mapping) {
		Map<String, @Nullable Object> shown = mapping.values();
		shown.putAll(Json.object("component", "ak-property-mapping-provider-scope-form", "verbose_name",
				model.verbose(), "verbose_name_plural", "Scope Mappings", "meta_model_name", model.fullName()));
		return shown;
	}

}
