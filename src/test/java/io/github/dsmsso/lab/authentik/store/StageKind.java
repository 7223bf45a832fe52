package io.github.dsmsso.lab.authentik.store;

/** The kinds of stages that the laboratory can lead people through. */
public enum StageKind {

	/** Asks whether the application may have what its scopes give. */
	CONSENT("authentik_stages_consent", "ConsentStage", "Consent Stage", "ak-stage-consent-form", "consent"),
	/** Asks for the password. */
	PASSWORD("authentik_stages_password", "PasswordStage", "Password Stage", "ak-stage-password-form", "password"),
	/** Asks for a code of a device that the person has registered. */
	AUTHENTICATOR("authentik_stages_authenticator_validate", "AuthenticatorValidateStage",
			"Authenticator Validation Stage", "ak-stage-authenticator-validate-form", "authenticator/validate"),
	/** Lets nobody pass. */
	DENY("authentik_stages_deny", "DenyStage", "Deny Stage", "ak-stage-deny-form", "deny");

	private final String app;

	private final String model;

	private final String verbose;

	private final String component;

	private final String path;

	StageKind(String app, String model, String verbose, String component, String path) {
		this.app = app;
		this.model = model;
		this.verbose = verbose;
		this.component = component;
		this.path = path;
	}

	/** The form in which authentik's admin interface shows it. */
	public String component() {
		return this.component;
	}

	/** Where it is below {@code /stages/}. */
	public String path() {
		return this.path;
	}

	Table table(Instance instance) {
		return new Table(instance, this.app, this.model, this.verbose);
	}

}
