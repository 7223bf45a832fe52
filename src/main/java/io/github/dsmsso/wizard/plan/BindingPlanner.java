package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.plan.Change.BindingChange;

/**
 * Compares the bindings of an application with who shall be let in. Bindings of policies,
 * and ones that are switched off or turned round, are somebody's own and stay. What stays
 * is told as well: it goes on deciding who gets in.
 */
final class BindingPlanner {

	private final String application;

	private final List<PolicyBinding> existing;

	private final AccessRestriction wanted;

	private final ChangeDescriber describer;

	BindingPlanner(String application, List<PolicyBinding> existing, AccessRestriction wanted,
			ChangeDescriber describer) {
		this.application = application;
		this.existing = existing;
		this.wanted = wanted;
		this.describer = describer;
	}

	List<BindingChange> changes() {
		List<PolicyBinding> plain = this.existing.stream().filter(BindingPlanner::letsSomebodyIn).toList();
		List<BindingChange> changes = new ArrayList<>();
		this.existing.stream().filter((binding) -> stays(binding, plain)).map(this::kept).forEach(changes::add);
		int order = this.existing.stream().mapToInt(PolicyBinding::order).max().orElse(-1) + 1;
		for (PolicyBinding binding : wantedBindings()) {
			if (plain.stream().noneMatch((present) -> isForTheSame(present, binding))) {
				changes.add(change(withOrder(binding, order++), Operation.CREATE));
			}
		}
		for (PolicyBinding binding : plain) {
			if (!stays(binding, plain)) {
				changes.add(change(binding, Operation.DELETE));
			}
		}
		return changes;
	}

	private boolean stays(PolicyBinding binding, List<PolicyBinding> plain) {
		return binding.enabled() && (!plain.contains(binding)
				|| wantedBindings().stream().anyMatch((wanted) -> isForTheSame(wanted, binding)));
	}

	private BindingChange kept(PolicyBinding binding) {
		return change(binding, Operation.NONE);
	}

	private List<PolicyBinding> wantedBindings() {
		Stream<PolicyBinding> groups = this.wanted.groupPks()
			.stream()
			.sorted()
			.map((group) -> PolicyBinding.ofGroup(this.application, group, 0));
		Stream<PolicyBinding> users = this.wanted.userPks()
			.stream()
			.sorted()
			.map((user) -> PolicyBinding.ofUser(this.application, user, 0));
		return Stream.concat(groups, users).toList();
	}

	private BindingChange change(PolicyBinding binding, Operation operation) {
		return new BindingChange(binding, this.describer.binding(binding, operation));
	}

	private static boolean letsSomebodyIn(PolicyBinding binding) {
		return binding.enabled() && !binding.negate() && binding.policy() == null;
	}

	private static boolean isForTheSame(PolicyBinding one, PolicyBinding other) {
		return Objects.equals(one.group(), other.group()) && Objects.equals(one.user(), other.user());
	}

	private static PolicyBinding withOrder(PolicyBinding binding, int order) {
		return new PolicyBinding(binding.pk(), binding.target(), binding.group(), binding.user(), null, order, true,
				false);
	}

}
