package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.apply.CarefulWrite.Standing;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;

/**
 * Writes DSM's OpenID Connect settings. With the service off they lie dormant.
 */
final class OidcSsoStep extends DsmStep<OidcSsoChange, OidcSso> {

	private boolean keyLost;

	OidcSsoStep(OidcSsoChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
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
		return dsm().oidcSso();
	}

	@Override
	void save(OidcSso oidcSso) {
		dsm().saveOidcSso(oidcSso);
	}

	@Override
	boolean isSame(OidcSso found, OidcSso expected) {
		return found.isSameAs(expected);
	}

	/**
	 * Brings back everything but a key that nobody told us: a DSM that masks it did not,
	 * and a journal does not keep it.
	 */
	@Override
	public void undo() {
		this.keyLost |= before().hidesSecret() && look() == Standing.AS_WANTED;
		super.undo();
		requireKnown(!this.keyLost);
	}

}
