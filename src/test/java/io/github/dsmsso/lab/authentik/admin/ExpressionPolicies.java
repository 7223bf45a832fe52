package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.Model;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /policies/expression/}, and among all policies at {@code /policies/all/}: the
 * laboratory has no other kind.
 */
public final class ExpressionPolicies extends ApiResource {

	private static final Model POLICY = new Model("authentik_policies", "Policy", "Policy");

	private final boolean amongAll;

	private ExpressionPolicies(AuthentikWorld world, boolean amongAll) {
		super(world, world.tables().policies());
		this.amongAll = amongAll;
	}

	public static void routes(AuthentikWorld world, Routes routes) {
		new ExpressionPolicies(world, true).readable(routes, "/policies/all/");
		new ExpressionPolicies(world, false).writable(routes, "/policies/expression/");
	}

	@Override
	public Model model() {
		return this.amongAll ? POLICY : super.model();
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("name", "expression").flag("execution_logging").search("name").orderedBy("name");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.text("name").required().uniqueIn(table()),
				Field.flag("execution_logging", false), Field.text("expression").required());
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().policyDeleted(row);
	}

	@Override
	protected void changed(Row row) {
		world().applicationCache().empty();
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row policy, Call call) {
		Map<String, @Nullable Object> shown = shortly(world(), policy);
		if (!this.amongAll) {
			shown.put("expression", policy.text("expression"));
		}
		return shown;
	}

	/** A policy inside other objects. */
	static Map<String, @Nullable Object> shortly(AuthentikWorld world, Row policy) {
		long bindings = world.tables()
			.bindings()
			.stream()
			.filter((binding) -> binding.is("policy", policy.pk()))
			.count();
		return AuthentikJson.object("pk", policy.pk(), "name", policy.text("name"), "execution_logging",
				policy.flag("execution_logging"), "component", "ak-policy-expression-form", "verbose_name",
				"Expression Policy", "verbose_name_plural", "Expression Policies", "meta_model_name",
				world.tables().policies().model().fullName(), "bound_to", (int) bindings);
	}

}
