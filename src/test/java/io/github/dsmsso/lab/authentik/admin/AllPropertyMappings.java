package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /propertymappings/all/}: mappings of every kind, with what all kinds have. */
public final class AllPropertyMappings extends ApiResource {

	private static final Model MAPPING = new Model("authentik_core", "PropertyMapping", "Property Mapping");

	public AllPropertyMappings(AuthentikWorld world) {
		super(world, world.tables().scopeMappings());
	}

	public void routes(Routes routes) {
		readable(routes, "/propertymappings/all/");
	}

	@Override
	public Model model() {
		return MAPPING;
	}

	/** Only from 2024.8 on can they be told apart by what manages them, and by name. */
	@Override
	protected Filters filters() {
		Filters filters = new Filters().isNull("managed").search("name").orderedBy("name");
		return has(Behaviour.SCOPES_BELOW_PROVIDER) ? filters.repeated("managed").exact("name") : filters;
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row mapping, Call call) {
		Map<String, @Nullable Object> shown = ScopeMappingResource.shown(table().model(), mapping);
		shown.remove("scope_name");
		shown.remove("description");
		return shown;
	}

}
