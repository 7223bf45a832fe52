package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /propertymappings/provider/scope/}, until 2024.6
 * {@code /propertymappings/scope/}.
 */
public final class ScopeMappingResource extends ApiResource {

	public ScopeMappingResource(AuthentikWorld world) {
		super(world, world.tables().scopeMappings());
	}

	public void routes(Routes routes) {
		String base = has(Behaviour.SCOPES_BELOW_PROVIDER) ? "/propertymappings/provider/scope/"
				: "/propertymappings/scope/";
		writable(routes, base);
		routes.add("GET", base + "{key}/used_by/", (call) -> UsedBy.mapping(world(), found(call)));
	}

	@Override
	protected Filters filters() {
		return new Filters().repeated("managed")
			.isNull("managed")
			.exact("name", "scope_name")
			.search("name", "scope_name")
			.orderedBy("scope_name");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.text("managed").nullable().uniqueIn(table()),
				Field.text("name").required().uniqueIn(table()), Field.text("expression").required(),
				Field.text("scope_name").required(), Field.text("description").blank());
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().mappingDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row mapping, Call call) {
		return shown(model(), mapping);
	}

	static Map<String, @Nullable Object> shown(Model model, Row mapping) {
		Map<String, @Nullable Object> shown = mapping.values();
		shown.putAll(AuthentikJson.object("component", "ak-property-mapping-provider-scope-form", "verbose_name",
				model.verbose(), "verbose_name_plural", "Scope Mappings", "meta_model_name", model.fullName()));
		return shown;
	}

}
