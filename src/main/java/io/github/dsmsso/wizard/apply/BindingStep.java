package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Objects;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Operation;

/**
 * Lets a group or a user in, or no longer.
 */
final class BindingStep extends ChangeStep<BindingChange> {

	BindingStep(BindingChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		bring(change().operation() == Operation.CREATE);
	}

	@Override
	public void undo() {
		bring(change().operation() != Operation.CREATE);
	}

	/** Makes the binding be there or not be there; writes nothing where that is so. */
	private void bring(boolean there) {
		if (carefully().readPatiently(this::matching).isEmpty() != there) {
			return;
		}
		carefully().perform(there ? this::create : this::delete, this::matching,
				(found) -> (found.isEmpty() != there) ? Standing.AS_WANTED : Standing.AS_BEFORE);
	}

	private void create() {
		PolicyBinding binding = change().binding();
		authentik().bindings()
			.create(new PolicyBinding("", workbench().applicationPk(), binding.group(), binding.user(),
					binding.policy(), binding.order(), binding.enabled(), binding.negate()));
	}

	private void delete() {
		matching().forEach((binding) -> authentik().bindings().delete(binding.pk()));
	}

	private List<PolicyBinding> matching() {
		String application = workbench().applicationPk();
		if (application.isEmpty()) {
			return List.of();
		}
		PolicyBinding binding = change().binding();
		return authentik().bindings()
			.list(application)
			.stream()
			.filter((candidate) -> Objects.equals(candidate.group(), binding.group())
					&& Objects.equals(candidate.user(), binding.user())
					&& Objects.equals(candidate.policy(), binding.policy()))
			.toList();
	}

}
