package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * Writes DSM's OpenID Connect settings. With the service off they lie dormant.
 */
final class OidcSsoStep extends DsmStep<OidcSsoChange, OidcSso> {

	private boolean keyLost;

	OidcSsoStep(OidcSsoChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	/** Without its key DSM leads to the former provider all the same. */
	@Override
	public boolean keepsLeadingHere() {
		return !this.keyLost;
	}

	@Override
	OidcSso before() {
		return change().before();
	}

	@Override
	OidcSso wanted() {
		return change().wanted();
	}

	@Override
	OidcSso read() {
		return context().dsmObjects().oidcSso();
	}

	@Override
	void save(OidcSso oidcSso) {
		context().dsmObjects().save(oidcSso);
	}

	@Override
	boolean isSame(OidcSso found, OidcSso expected) {
		return found.isSameAs(expected);
	}

	/**
	 * Brings back everything but a key that nobody told us: a DSM that masks it did not,
	 * and a journal does not keep it. An undo that was stopped may have brought back all
	 * but the key already.
	 */
	@Override
	void undo(OidcSso found) {
		this.keyLost |= before().hidesSecret() && (isSame(found, wanted()) || !found.hidesSecret());
		if (lacksTheKeyAlone(found)) {
			bring(found, before());
		}
		else {
			undoUnlessBlank(found);
		}
		requireKnown(!this.keyLost);
	}

	/**
	 * A DSM that was never connected has blank settings, and may refuse to be given them
	 * back. With the service off the ones it has are dormant.
	 */
	private void undoUnlessBlank(OidcSso found) {
		try {
			super.undo(found);
		}
		catch (NotWrittenException ex) {
			if (!isRefusedByDsm(ex) || !before().isBlank() || context().plan().current().dsm().profile().enabled()) {
				throw ex;
			}
			throw new RestoredExceptException(Problem.of("apply.dsm-settings-stay"));
		}
	}

	/**
	 * The key that a resumed run knows is DSM's own, or typed in for this very purpose.
	 */
	private boolean lacksTheKeyAlone(OidcSso found) {
		return context().isResumed() && !isSame(found, before())
				&& isSame(found, before().withClientSecret(found.clientSecret()));
	}

}
