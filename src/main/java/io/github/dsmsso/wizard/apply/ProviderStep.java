package io.github.dsmsso.wizard.apply;

import java.util.Optional;
import java.util.function.Function;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;

/**
 * Creates the provider, or brings an existing one to the desired settings.
 */
final class ProviderStep extends ChangeStep<ProviderChange> {

	ProviderStep(ProviderChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		if (change().before() == null) {
			carefully().perform(this::create, this::findOurs, this::standingOfCreated)
				.ifPresent((provider) -> workbench().providerPk(provider.pk()));
		}
		else {
			update(wanted(), this::standingOfUpdated);
		}
	}

	@Override
	public void undo() {
		OAuth2Provider before = change().before();
		if (before == null) {
			takeAway();
		}
		else {
			giveBack(before);
		}
	}

	private void create() {
		workbench().providerPk(authentik().providers().create(wanted()).pk());
	}

	private void update(OAuth2Provider target, Function<Optional<OAuth2Provider>, Standing> standing) {
		carefully().perform(() -> authentik().providers().update(target),
				() -> authentik().providers().get(target.pk()), standing);
	}

	private OAuth2Provider wanted() {
		OAuth2Provider wanted = change().wanted();
		String signingKey = workbench().signingKeyPk();
		return (wanted.signingKey() == null && signingKey != null) ? wanted.withSigningKey(signingKey) : wanted;
	}

	/**
	 * Deletes the provider that this run created: its key, where it is known, and its
	 * client id say that it is.
	 */
	private void takeAway() {
		Optional<OAuth2Provider> ours = carefully().readPatiently(this::findOurs);
		if (ours.isEmpty()) {
			return;
		}
		if (ours.get().applicationSlug() != null) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().providers().delete(ours.get().pk()), this::findOurs,
				(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
	}

	private void giveBack(OAuth2Provider before) {
		OAuth2Provider now = carefully().readPatiently(() -> authentik().providers().get(before.pk()))
			.orElseThrow(this::changedByOthers);
		if (now.isSameAs(before)) {
			return;
		}
		if (!now.isSameAs(wanted())) {
			throw changedByOthers();
		}
		update(before, (found) -> isSame(found, before) ? Standing.AS_WANTED
				: isSame(found, now) ? Standing.AS_BEFORE : Standing.OTHERWISE);
	}

	/**
	 * Finds by what we chose ourselves, so that a provider whose creation was never
	 * confirmed is found as well.
	 */
	private Optional<OAuth2Provider> findOurs() {
		String clientId = change().wanted().credentials().clientId();
		int pk = workbench().providerPk();
		return authentik().providers()
			.list()
			.stream()
			.filter((provider) -> provider.credentials().clientId().equals(clientId))
			.filter((provider) -> pk == 0 || provider.pk() == pk)
			.findFirst();
	}

	private Standing standingOfCreated(Optional<OAuth2Provider> found) {
		if (found.isEmpty()) {
			return Standing.AS_BEFORE;
		}
		return isSame(found, wanted()) ? Standing.AS_WANTED : Standing.OTHERWISE;
	}

	private Standing standingOfUpdated(Optional<OAuth2Provider> found) {
		if (isSame(found, wanted())) {
			return Standing.AS_WANTED;
		}
		OAuth2Provider before = change().before();
		return (before != null && isSame(found, before)) ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

	private static boolean isSame(Optional<OAuth2Provider> found, OAuth2Provider wanted) {
		return found.filter((provider) -> provider.isSameAs(wanted)).isPresent();
	}

}
