package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;

/**
 * Lets DSM's sign-in page start with SSO, or with the password.
 */
final class SsoSettingStep extends DsmStep<SsoSettingChange, SsoSetting> {

	SsoSettingStep(SsoSettingChange change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
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
		return context().dsmObjects().ssoSetting();
	}

	@Override
	void save(SsoSetting setting) {
		context().dsmObjects().save(setting);
	}

}
