package io.github.dsmsso.lab.authentik.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;

/**
 * Who may use an application, as authentik's policy engine reckons it
 * ({@code authentik/policies/engine.py}): groups and users first, all of them at once,
 * then each policy by itself. How long policies take, and that their results are kept for
 * five minutes within a session, is not played.
 */
public final class Access {

	private final AuthentikWorld world;

	public Access(AuthentikWorld world) {
		this.world = world;
	}

	/**
	 * Whether the user may. Without bindings that count everybody may, unless the system
	 * says otherwise; being a superuser does not help.
	 */
	public boolean granted(Row user, Row application) {
		return decided(user, application, application.pk(), this.world.isOpenToAllByDefault());
	}

	/** Whether a stage is led through at its place in a flow. */
	public boolean applies(Row user, Row stageBinding) {
		return decided(user, stageBinding, stageBinding.text("policybindingmodel_ptr_id"), true);
	}

	private boolean decided(Row user, Row target, Object key, boolean otherwise) {
		boolean all = target.is("policy_engine_mode", "all");
		List<Row> bindings = counting(key).toList();
		List<Boolean> results = new ArrayList<>();
		List<Boolean> ofPeople = ofPeople(user, bindings);
		if (!ofPeople.isEmpty()) {
			results.add(together(ofPeople, all && !this.world.version().has(Behaviour.ANY_GROUP_IS_ENOUGH)));
		}
		bindings.stream()
			.filter((binding) -> binding.get("policy") != null)
			.forEach((binding) -> results.add(passes(user, binding)));
		return results.isEmpty() ? otherwise : together(results, all);
	}

	private Stream<Row> counting(Object target) {
		return this.world.tables()
			.bindings()
			.stream()
			.filter((binding) -> binding.is("target", target) && binding.flag("enabled") && !isOver(binding));
	}

	private boolean isOver(Row binding) {
		return this.world.assumes(AuthentikAssumption.EXPIRED_BINDINGS_DO_NOT_COUNT) && hasExpired(this.world, binding);
	}

	/** Whether the time of a binding was over before now. */
	public static boolean hasExpired(AuthentikWorld world, Row binding) {
		return binding.get("expires") != null && Instant.parse(binding.text("expires")).isBefore(world.now());
	}

	private static boolean together(List<Boolean> results, boolean all) {
		return all ? !results.contains(false) : results.contains(true);
	}

	/** What the bindings of groups and users say. */
	private List<Boolean> ofPeople(Row user, List<Row> bindings) {
		List<Object> groups = this.world.people().allGroupsOf(user).stream().map(Row::pk).toList();
		return bindings.stream()
			.filter((binding) -> binding.get("policy") == null)
			.map((binding) -> names(user, groups, binding) != binding.flag("negate"))
			.toList();
	}

	private static boolean names(Row user, List<Object> groups, Row binding) {
		return (binding.get("user") != null) ? user.is("pk", binding.get("user"))
				: groups.contains(binding.get("group"));
	}

	/** A policy that fails counts as its binding says, negated or not. */
	private boolean passes(Row user, Row binding) {
		Row policy = this.world.tables().policies().one("pk", binding.text("policy"));
		try {
			return new PolicyExpression(this.world.people()).passes(policy.text("expression"), user) != binding
				.flag("negate");
		}
		catch (PolicyExpression.Failed ex) {
			return binding.flag("failure_result");
		}
	}

}
