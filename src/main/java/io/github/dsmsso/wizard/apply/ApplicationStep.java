package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;

/**
 * Creates the application that uses the provider, or brings an existing one to the
 * desired settings.
 */
final class ApplicationStep extends ChangeStep<ApplicationChange> {

	ApplicationStep(ApplicationChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		Optional<Application> written = carefully().perform(this::write, this::find, this::standing);
		written.ifPresent((application) -> workbench().applicationPk(application.pk()));
	}

	@Override
	public void undo() {
		Optional<Application> now = carefully().readPatiently(this::find);
		Application before = change().before();
		if (isAsBefore(now)) {
			return;
		}
		if (!isAsWanted(now)) {
			throw changedByOthers();
		}
		carefully().perform(
				(before == null) ? () -> authentik().applications().delete(slug())
						: () -> authentik().applications().update(before),
				this::find, (found) -> isAsBefore(found) ? Standing.AS_WANTED
						: isAsWanted(found) ? Standing.AS_BEFORE : Standing.OTHERWISE);
	}

	private void write() {
		if (change().before() == null) {
			authentik().applications().create(wanted());
		}
		else {
			authentik().applications().update(wanted());
		}
	}

	private Application wanted() {
		return change().wanted().withProvider(workbench().providerPk());
	}

	private String slug() {
		return change().wanted().slug();
	}

	private Optional<Application> find() {
		return authentik().applications().get(slug());
	}

	private Standing standing(Optional<Application> found) {
		if (isAsWanted(found)) {
			return Standing.AS_WANTED;
		}
		return isAsBefore(found) ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

	private boolean isAsBefore(Optional<Application> found) {
		return found.equals(Optional.ofNullable(change().before()));
	}

	private boolean isAsWanted(Optional<Application> found) {
		return found.filter((application) -> application.isSameAs(wanted())).isPresent();
	}

}
