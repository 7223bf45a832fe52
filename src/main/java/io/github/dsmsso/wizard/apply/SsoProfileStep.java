package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Switches DSM's OpenID Connect service on: from here on its sign-in page shows the
 * button.
 */
final class SsoProfileStep extends DsmStep<SsoProfileChange, SsoProfile> {

	private boolean switchedOff;

	SsoProfileStep(SsoProfileChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	/**
	 * A DSM that was never connected has a blank profile, and may refuse to be given it
	 * back. Its service is switched off all the same; only the name of the profile stays.
	 */
	@Override
	public void undo() {
		try {
			super.undo();
		}
		catch (NotWrittenException ex) {
			if (before().enabled()) {
				throw ex;
			}
			bring(wanted(), new SsoProfile(false, wanted().profile()));
			this.switchedOff = true;
			throw new ProblemException(Problem.of("apply.profile-name-stays", wanted().profile()));
		}
	}

	@Override
	public boolean keepsLeadingHere() {
		return !this.switchedOff;
	}

	@Override
	SsoProfile before() {
		return change().before();
	}

	@Override
	SsoProfile wanted() {
		return change().wanted();
	}

	@Override
	SsoProfile read() {
		return dsm().ssoProfile();
	}

	@Override
	void save(SsoProfile profile) {
		dsm().saveSsoProfile(profile);
	}

}
