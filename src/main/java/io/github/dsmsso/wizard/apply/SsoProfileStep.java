package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;

/**
 * Switches DSM's OpenID Connect service on: from here on its sign-in page shows the
 * button.
 */
final class SsoProfileStep extends DsmStep<SsoProfileChange, SsoProfile> {

	SsoProfileStep(SsoProfileChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
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
