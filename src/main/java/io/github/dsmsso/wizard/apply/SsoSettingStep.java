package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;

/**
 * Lets DSM's sign-in page start with SSO, or with the password.
 */
final class SsoSettingStep extends DsmStep<SsoSettingChange, SsoSetting> {

	SsoSettingStep(SsoSettingChange change, Workbench workbench, CarefulWrite carefully) {
		super(change, workbench, carefully);
	}

	@Override
	public boolean leadsByDefaultBefore() {
		return before().defaultLogin();
	}

	@Override
	SsoSetting before() {
		return change().before();
	}

	@Override
	SsoSetting wanted() {
		return change().wanted();
	}

	@Override
	SsoSetting read() {
		return workbench().dsmObjects().ssoSetting();
	}

	@Override
	void save(SsoSetting setting) {
		workbench().dsmObjects().save(setting);
	}

}
