package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Writes DSM's OpenID Connect settings. With the service off they lie dormant.
 */
final class OidcSsoStep extends ChangeStep<OidcSsoChange> {

	OidcSsoStep(OidcSsoChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public void perform() {
		bring(change().before(), change().wanted());
	}

	@Override
	public void undo() {
		OidcSso now = carefully().readPatiently(() -> dsm().oidcSso());
		if (now.isSameAs(change().before()) && !now.isSameAs(change().wanted())) {
			return;
		}
		if (!now.isSameAs(change().wanted())) {
			throw changedByOthers();
		}
		requireSecretToGiveBack();
		bring(change().wanted(), change().before());
	}

	private void bring(OidcSso from, OidcSso to) {
		carefully().perform(() -> dsm().saveOidcSso(to), () -> dsm().oidcSso(), (found) -> found.isSameAs(to)
				? Standing.AS_WANTED : found.isSameAs(from) ? Standing.AS_BEFORE : Standing.OTHERWISE);
	}

	/** A DSM that masks the secret has not told us the one that was there. */
	private void requireSecretToGiveBack() {
		if (change().before().hidesSecret()) {
			throw new ProblemException(Problem.of("apply.secret-not-known"));
		}
	}

}
