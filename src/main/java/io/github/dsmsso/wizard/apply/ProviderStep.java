package io.github.dsmsso.wizard.apply;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Creates the provider, or brings an existing one to the desired settings.
 */
final class ProviderStep extends ChangeStep<ProviderChange> {

	ProviderStep(ProviderChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		carefully().perform(this::write, this::find, this::standing).ifPresent(this::takeUp);
	}

	/** Where authentik shows no secret, nobody can tell whether it is the wanted one. */
	@Override
	Standing look() {
		Optional<OAuth2Provider> found = carefully().readPatiently(this::find);
		workbench().providerPk(found.map(OAuth2Provider::pk).orElse(0));
		boolean secretShown = found.filter((provider) -> !provider.credentials().showsSecret()).isEmpty();
		Standing standing = standing(found);
		return (standing == Standing.AS_WANTED && !secretShown) ? Standing.AS_BEFORE : standing;
	}

	@Override
	public void undo() {
		OAuth2Provider before = change().before();
		if (before == null) {
			carefully().readPatiently(this::find).ifPresent(this::takeAway);
		}
		else {
			giveBack(before);
		}
	}

	private void write() {
		int pk = workbench().providerPk();
		if (pk == 0) {
			takeUp(authentik().providers().create(wanted()));
		}
		else {
			authentik().providers().update(wanted().withPk(pk));
		}
	}

	private void takeUp(OAuth2Provider provider) {
		workbench().providerPk(provider.pk());
	}

	private OAuth2Provider wanted() {
		OAuth2Provider wanted = change().wanted();
		String signingKey = workbench().signingKeyPk();
		return (wanted.signingKey() == null && signingKey != null) ? wanted.withSigningKey(signingKey) : wanted;
	}

	/**
	 * Deletes a provider that this run created: its key, where it is known, and its
	 * client id say that it is.
	 */
	private void takeAway(OAuth2Provider ours) {
		if (ours.applicationSlug() != null) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().providers().delete(ours.pk()), this::find,
				(found) -> found.isEmpty() ? Standing.AS_WANTED : Standing.AS_BEFORE);
	}

	private void giveBack(OAuth2Provider before) {
		OAuth2Provider now = carefully().readPatiently(this::find).orElseThrow(this::changedByOthers);
		Secret secret = before.credentials().clientSecret();
		OAuth2Provider known = secret.isMasked() ? before.withClientSecret(Secret.none()) : before;
		if (isSame(Optional.of(now), known)) {
			return;
		}
		if (!now.isSameAs(wanted())) {
			throw changedByOthers();
		}
		carefully().perform(() -> authentik().providers().update(known), this::find, (found) -> isSame(found, known)
				? Standing.AS_WANTED : isSame(found, now) ? Standing.AS_BEFORE : Standing.OTHERWISE);
		requireKnown(before.credentials().showsSecret() || !wanted().credentials().showsSecret());
	}

	/**
	 * A created provider is found by what we chose ourselves, so that one whose creation
	 * was never confirmed is found as well.
	 */
	private Optional<OAuth2Provider> find() {
		OAuth2Provider before = change().before();
		if (before != null) {
			return authentik().providers().get(before.pk());
		}
		String clientId = change().wanted().credentials().clientId();
		int pk = workbench().providerPk();
		return authentik().providers()
			.list()
			.stream()
			.filter((provider) -> provider.credentials().clientId().equals(clientId))
			.filter((provider) -> pk == 0 || provider.pk() == pk)
			.findFirst();
	}

	private Standing standing(Optional<OAuth2Provider> found) {
		if (isSame(found, wanted())) {
			return Standing.AS_WANTED;
		}
		OAuth2Provider before = change().before();
		boolean asBefore = (before != null) ? isSame(found, before)
				: found.filter((own) -> !lacksSecret(own)).isEmpty();
		return asBefore ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

	/**
	 * Ours, made with a secret that went with the wizard that made it: it is given one
	 * that is known.
	 */
	private boolean lacksSecret(OAuth2Provider own) {
		return own.isSameAs(wanted().withClientSecret(Secret.unknown()));
	}

	private static boolean isSame(Optional<OAuth2Provider> found, @Nullable OAuth2Provider expected) {
		return expected != null && found.filter((provider) -> provider.isSameAs(expected)).isPresent();
	}

}
