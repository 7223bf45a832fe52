package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.Invalid;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /flows/bindings/}: which stages a flow has, and in which order. */
public final class StageBindingResource extends ApiResource {

	public StageBindingResource(AuthentikWorld world) {
		super(world, world.tables().stageBindings());
	}

	public void routes(Routes routes) {
		writable(routes, "/flows/bindings/");
	}

	@Override
	protected Filters filters() {
		return new Filters().object("target", world().tables().flows()).exact("stage", "order").orderedBy("order");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.reference("target", world().tables().flows()).required(),
				Field.of("stage", this::stage).required(), Field.integer("order").required(),
				Field.flag("evaluate_on_plan", false), Field.flag("re_evaluate_policies", true),
				Field.choice("policy_engine_mode", "all", "any").otherwise("any"));
	}

	private Object stage(Object pk) throws Invalid {
		if (world().tables().stage(pk).isEmpty()) {
			throw Invalid.because("Invalid pk \"" + pk + "\" - object does not exist.");
		}
		return pk;
	}

	/** Policies are bound to it by a key of its own. */
	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		Row binding = super.add(values);
		binding.set("policybindingmodel_ptr_id", world().randomness().uuid());
		return binding;
	}

	@Override
	protected void deleted(Row row) {
		world().tables().bindings().removeAll("target", row.text("policybindingmodel_ptr_id"));
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row binding, Call call) {
		Map<String, @Nullable Object> shown = binding.values();
		StageKind kind = world().tables().kindOf(binding.get("stage"));
		shown.put("stage_obj", StageResource.shortly(kind, world().tables().stages(kind).model(),
				world().tables().stage(binding.get("stage")).orElseThrow()));
		return shown;
	}

}
