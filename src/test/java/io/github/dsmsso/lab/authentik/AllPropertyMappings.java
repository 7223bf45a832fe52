package io.github.dsmsso.lab.authentik;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@code /propertymappings/all/}: mappings of every kind, with what all kinds have. */
final class AllPropertyMappings extends Resource {

	private static final Model MAPPING = new Model("authentik_core", "propertymapping", "Property Mapping");

	AllPropertyMappings(AuthentikWorld world) {
		super(world, world.scopeMappings());
	}

	void routes(Routes routes) {
		readable(routes, "/propertymappings/all/");
	}

	@Override
	Model model() {
		return MAPPING;
	}

	/** Only from 2024.8 on can they be told apart by what manages them, and by name. */
	@Override
	Filters filters() {
		Filters filters = new Filters().isNull("managed").search("name").orderedBy("name");
		return has(Behaviour.SCOPES_BELOW_PROVIDER) ? filters.repeated("managed").exact("name") : filters;
	}

	@Override
	Map<String, @Nullable Object> shown(Row mapping, Call call) {
		Map<String, @Nullable Object> shown = ScopeMappings.shown(table().model(), mapping);
		shown.remove("scope_name");
		shown.remove("description");
		return shown;
	}

}
