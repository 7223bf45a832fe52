package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * Creates the application that uses the provider, or brings an existing one to the
 * desired settings.
 */
final class ApplicationStep extends ChangeStep<ApplicationChange> {

	ApplicationStep(ApplicationChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	@Override
	public void perform() {
		carefully().perform(this::write, this::find, this::standing).ifPresent(this::takeUp);
	}

	@Override
	Standing look() {
		Optional<Application> found = carefully().readPatiently(this::find);
		found.filter(this::isOurs).ifPresent(this::takeUp);
		return standing(found);
	}

	@Override
	public void undo() {
		Application before = change().before();
		if (before == null) {
			carefully().readPatiently(this::findOwn).ifPresent(this::takeAway);
			return;
		}
		Optional<Application> now = carefully().readPatiently(this::find);
		if (!isAsBefore(now)) {
			giveBack(now, before);
		}
	}

	private void write() {
		if (change().before() == null) {
			takeUp(authentik().applications().create(wanted()));
		}
		else {
			authentik().applications().update(change().before(), wanted());
		}
	}

	private void takeUp(Application application) {
		context().applicationPk(application.pk());
	}

	/**
	 * Deletes an application that this run created, with the bindings below it; somebody
	 * may call it otherwise by now.
	 */
	private void takeAway(Application found) {
		if (!isOurs(found)) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().applications().delete(found.slug()),
				() -> authentik().applications().get(found.slug()),
				(left) -> left.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
		if (!found.name().equals(subject())) {
			throw new RestoredExceptException(Problem.of("apply.was-renamed", subject(), found.name()));
		}
	}

	/** Under its slug, or under the one that its provider names by now. */
	private Optional<Application> findOwn() {
		Optional<Application> found = find();
		if (found.isPresent() || context().applicationPk().isEmpty()) {
			return found;
		}
		return authentik().providers()
			.get(context().providerPk())
			.flatMap((provider) -> Optional.ofNullable(provider.applicationSlug()))
			.flatMap(authentik().applications()::get)
			.filter(this::isOurs);
	}

	private void giveBack(Optional<Application> now, Application before) {
		Application found = now.filter((application) -> application.isSameAs(wanted()))
			.orElseThrow(this::changedByOthers);
		carefully().perform(() -> authentik().applications().update(found, before), this::find,
				(read) -> isAsBefore(read) ? Standing.AS_WANTED
						: isAsWanted(read) ? Standing.AS_BEFORE : Standing.OTHERWISE);
	}

	/**
	 * Its key says so; where its creation was never confirmed, it is the one that uses
	 * the provider of this run, for a provider belongs to one application alone.
	 */
	private boolean isOurs(Application found) {
		String pk = context().applicationPk();
		return pk.isEmpty() ? Integer.valueOf(context().providerPk()).equals(found.provider()) : found.pk().equals(pk);
	}

	private Application wanted() {
		return change().wanted().withProvider(context().providerPk());
	}

	private Optional<Application> find() {
		return authentik().applications().get(change().wanted().slug());
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
