package io.github.dsmsso.wizard.authentik;

/**
 * A kind of object, by the names that authentik's permissions give it.
 */
enum ObjectKind {

	FLOW("authentik_flows", "flow"), KEY_PAIR("authentik_crypto", "certificatekeypair"),
	SCOPE_MAPPING("authentik_providers_oauth2", "scopemapping"),
	OAUTH2_PROVIDER("authentik_providers_oauth2", "oauth2provider"), PROVIDER("authentik_core", "provider"),
	APPLICATION("authentik_core", "application"), POLICY_BINDING("authentik_policies", "policybinding"),
	GROUP("authentik_core", "group"), USER("authentik_core", "user"), EVENT("authentik_events", "event"),
	SETTINGS("authentik_rbac", "system_settings"), STAGE_BINDING("authentik_flows", "flowstagebinding"),
	CONSENT_STAGE("authentik_stages_consent", "consentstage"),
	AUTHENTICATOR_STAGE("authentik_stages_authenticator_validate", "authenticatorvalidatestage"),
	PROMPT("authentik_stages_prompt", "prompt");

	private final String app;

	private final String model;

	ObjectKind(String app, String model) {
		this.app = app;
		this.model = model;
	}

	/** The code name of a right on objects of this kind. */
	String permission(String verb) {
		return this.app + "." + verb + "_" + this.model;
	}

}
