package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Access;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Invalid;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /policies/bindings/}: who may use an application. */
public final class PolicyBindingResource extends ApiResource {

	private final GroupResource groups;

	private final UserResource users;

	public PolicyBindingResource(AuthentikWorld world, GroupResource groups, UserResource users) {
		super(world, world.tables().bindings());
		this.groups = groups;
		this.users = users;
	}

	public void routes(Routes routes) {
		writable(routes, "/policies/bindings/");
	}

	/** Where bindings that have expired do not count, nobody sees them either. */
	@Override
	public Stream<Row> rows() {
		return super.rows().filter((binding) -> !world().assumes(AuthentikAssumption.EXPIRED_BINDINGS_DO_NOT_COUNT)
				|| !Access.hasExpired(world(), binding));
	}

	@Override
	protected Filters filters() {
		return new Filters().object("target", this::isTarget)
			.exact("policy", "order", "timeout")
			.flag("enabled")
			.isNull("policy")
			.where("target_in", (binding, values) -> values.stream().anyMatch((value) -> binding.is("target", value)))
			.search("policy", "group", "user")
			.orderedBy("order");
	}

	@Override
	public WritableFields fields() {
		return settings(world()).and(Field.of("target", this::target).required());
	}

	/** Applications, and stages at their places in flows. */
	private boolean isTarget(Object key) {
		Table applications = world().tables().applications();
		return isStageBinding(key) || applications.byPk(key).isPresent() || !applications.refusesUnknownKeys();
	}

	private boolean isStageBinding(Object key) {
		return world().tables().stageBindings().find("policybindingmodel_ptr_id", key).isPresent();
	}

	private Object target(Object key) throws Invalid {
		return isStageBinding(key) ? key : FieldChecks.reference(world().tables().applications(), false).accept(key);
	}

	/** The fields of a binding without its target. */
	static WritableFields settings(AuthentikWorld world) {
		return new WritableFields(Field.reference("policy", world.tables().policies()).nullable(),
				Field.reference("group", world.people().groups()).nullable(),
				Field.numericReference("user", world.people().users()).nullable(), Field.flag("negate", false),
				Field.flag("enabled", true), Field.integer("order").required(), Field.integer("timeout").otherwise(30),
				Field.flag("failure_result", false));
	}

	@Override
	protected void validate(Map<String, @Nullable Object> values, @Nullable Row self) {
		refuseUnlessOne(values);
		refuseTwice(values, self);
	}

	private void refuseTwice(Map<String, @Nullable Object> values, @Nullable Row self) {
		boolean taken = values.get("policy") != null && table().stream()
			.anyMatch((other) -> other != self
					&& Stream.of("policy", "target", "order").allMatch((field) -> other.is(field, values.get(field))));
		if (taken) {
			throw RefusedRequest.invalid("non_field_errors",
					"The fields policy, target, order must make a unique set.");
		}
	}

	static void refuseUnlessOne(Map<String, @Nullable Object> values) {
		long set = Stream.of("group", "policy", "user").map(values::get).filter(Objects::nonNull).count();
		if (set != 1) {
			throw RefusedRequest.invalid("non_field_errors",
					(set > 1) ? "Only one of 'group', 'policy', 'user' can be set."
							: "One of 'group', 'policy', 'user' must be set.");
		}
	}

	@Override
	protected void changed(Row row) {
		world().applicationCache().empty();
	}

	@Override
	protected void deleted(Row row) {
		world().applicationCache().empty();
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row binding, Call call) {
		Map<String, @Nullable Object> shown = binding.values();
		boolean shortly = has(Behaviour.PARTIAL_BINDING_OBJECTS);
		shown.put("policy_obj",
				world().tables()
					.policies()
					.byPk(binding.get("policy"))
					.map((policy) -> ExpressionPolicies.shortly(world(), policy))
					.orElse(null));
		shown.put("group_obj",
				world().people()
					.groups()
					.byPk(binding.get("group"))
					.map((group) -> shortly ? this.groups.shortly(group) : this.groups.shown(group, call))
					.orElse(null));
		shown.put("user_obj",
				world().people()
					.users()
					.byPk(binding.get("user"))
					.map((user) -> shortly ? AuthentikPeople.shortly(user) : this.users.shown(user, call))
					.orElse(null));
		if (has(Behaviour.EXPIRING_BINDINGS)) {
			shown.put("expires", binding.get("expires"));
			shown.put("expiring", binding.get("expires") != null);
		}
		return shown;
	}

}
