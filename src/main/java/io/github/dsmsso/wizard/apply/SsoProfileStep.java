package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * Switches DSM's OpenID Connect service on: from here on its sign-in page shows the
 * button.
 */
final class SsoProfileStep extends DsmStep<SsoProfileChange, SsoProfile> {

	SsoProfileStep(SsoProfileChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	/**
	 * A DSM that was never connected has a blank profile, and may refuse to be given it
	 * back. Its service is switched off all the same; only the name of the profile stays.
	 */
	@Override
	void undo(SsoProfile now) {
		if (now.equals(before())) {
			return;
		}
		if (!now.profile().equals(wanted().profile())) {
			throw changedByOthers();
		}
		try {
			bring(now, before());
		}
		catch (NotWrittenException ex) {
			requireBlankRefused(ex);
			switchOff(now);
			throw new RestoredExceptException(Problem.of("apply.profile-name-stays", wanted().profile()));
		}
	}

	private void requireBlankRefused(NotWrittenException failure) {
		if (!isRefusedByDsm(failure) || before().enabled() || !before().profile().isEmpty()) {
			throw failure;
		}
	}

	private void switchOff(SsoProfile now) {
		SsoProfile off = new SsoProfile(false, now.profile());
		if (!now.equals(off)) {
			bring(now, off);
		}
	}

	@Override
	public boolean switchesTheService() {
		return true;
	}

	@Override
	public boolean keepsLeadingHere() {
		return true;
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
		return context().dsmObjects().ssoProfile();
	}

	@Override
	void save(SsoProfile profile) {
		context().dsmObjects().save(profile);
	}

}
