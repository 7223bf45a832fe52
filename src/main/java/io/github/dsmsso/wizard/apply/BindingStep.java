package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.authentik.AuthentikException;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Operation;
import io.github.dsmsso.wizard.plan.Standing;

/**
 * Lets a group or a user in, or no longer. authentik would make a second binding of the
 * same kind, so one of which the answer stayed away has time to arrive.
 */
final class BindingStep extends ChangeStep<BindingChange> {

	BindingStep(BindingChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		bring(isCreated());
	}

	/**
	 * authentik refuses to list the bindings of an application that is gone, and those
	 * went with it.
	 */
	@Override
	public void undo() {
		try {
			bring(!isCreated());
		}
		catch (AuthentikException ex) {
			if (carefully().readPatiently(this::applicationIsThere)) {
				throw ex;
			}
			if (!isCreated()) {
				throw changedByOthers();
			}
		}
	}

	private boolean applicationIsThere() {
		return authentik().applications()
			.get(context().plan().desired().applicationSlug())
			.filter((application) -> application.pk().equals(context().applicationPk()))
			.isPresent();
	}

	/** Where an undo has deleted it already, the next one gets another key. */
	@Override
	Standing look() {
		List<PolicyBinding> found = carefully().readPatiently(this::listed);
		found.forEach(this::takeUp);
		return standing(found, isCreated());
	}

	private boolean isCreated() {
		return change().operation() == Operation.CREATE;
	}

	/** Makes the binding be there or not be there; writes nothing where that is so. */
	private void bring(boolean there) {
		List<PolicyBinding> found = own().map(this::stillThere)
			.orElseGet(() -> carefully().readPatiently(this::listed));
		if (standing(found, there) == Standing.AS_BEFORE) {
			Runnable write = there ? this::create : () -> delete(found);
			Supplier<List<PolicyBinding>> readBack = there ? this::written : this::matching;
			carefully().performOnceOnly(write, readBack, (now) -> standing(now, there)).forEach(this::takeUp);
		}
	}

	private static Standing standing(List<PolicyBinding> found, boolean there) {
		return (found.isEmpty() != there) ? Standing.AS_WANTED : Standing.AS_BEFORE;
	}

	private void create() {
		takeUp(authentik().bindings().create(change().binding().at(context().applicationPk())));
	}

	private void takeUp(PolicyBinding binding) {
		if (isCreated()) {
			context().binding(binding);
		}
	}

	private void delete(List<PolicyBinding> found) {
		found.forEach((binding) -> authentik().bindings().delete(binding.pk()));
	}

	/**
	 * By the key that authentik gave it; where its creation was never confirmed, by whom
	 * it is for.
	 */
	private List<PolicyBinding> matching() {
		return own().map((created) -> authentik().bindings().get(created.pk()).stream().toList())
			.orElseGet(this::listed);
	}

	/** The one that this run has created, as far as that was confirmed. */
	private Optional<PolicyBinding> own() {
		return isCreated() ? context().bindingLike(change().binding()) : Optional.empty();
	}

	/** It is gone only where neither its key nor the list leads to it. */
	private List<PolicyBinding> stillThere(PolicyBinding created) {
		return carefully().readPatiently(() -> authentik().bindings().get(created.pk()))
			.or(() -> carefully().readPatiently(this::listed)
				.stream()
				.filter((listed) -> listed.pk().equals(created.pk()))
				.findFirst())
			.stream()
			.toList();
	}

	/**
	 * Where the key that a creation was answered with leads nowhere, it is not its key.
	 */
	private List<PolicyBinding> written() {
		List<PolicyBinding> found = matching();
		return found.isEmpty() ? listed() : found;
	}

	private List<PolicyBinding> listed() {
		String application = context().applicationPk();
		return application.isEmpty() ? List.of()
				: authentik().bindings().list(application).stream().filter(this::isTheOne).toList();
	}

	/** Others for the same group or user were there before, and stay. */
	private boolean isTheOne(PolicyBinding found) {
		PolicyBinding binding = change().binding();
		boolean another = !found.pk().equals(binding.pk())
				&& context().plan().current().bindings().stream().anyMatch((before) -> before.pk().equals(found.pk()));
		boolean itself = found.pk().equals(binding.pk()) || found.isSameAs(binding);
		return !another && (isCreated() ? found.isForTheSame(binding) : itself);
	}

}
