package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;

/**
 * Makes the step that a change is written by.
 */
record StepOfChange(RunContext context, CarefulWrite carefully) implements Change.Visitor<Step> {

	@Override
	public Step visit(SigningKeyChange change) {
		return new SigningKeyStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(UserAttributeChange change) {
		return new UserAttributeStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(ScopeMappingChange change) {
		return new ScopeMappingStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(ProviderChange change) {
		return new ProviderStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(ApplicationChange change) {
		return new ApplicationStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(BindingChange change) {
		return new BindingStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(SsoSettingChange change) {
		return new SsoSettingStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(OidcSsoChange change) {
		return new OidcSsoStep(change, this.context, this.carefully);
	}

	@Override
	public Step visit(SsoProfileChange change) {
		return new SsoProfileStep(change, this.context, this.carefully);
	}

}
