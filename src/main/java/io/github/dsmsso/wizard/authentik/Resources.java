package io.github.dsmsso.wizard.authentik;

/**
 * Where a release of authentik keeps the objects this wizard reads and writes.
 *
 * @param providers providers of every type
 * @param settings the settings of the whole system; one object, not a list
 * @param stageBindings stages at their places in flows
 */
record Resources(Resource flows, Resource keyPairs, Resource scopeMappings, Resource oauth2Providers,
		Resource providers, Resource applications, Resource policyBindings, Resource users, Resource groups,
		Resource events, Resource settings, Resource stageBindings, Resource consentStages,
		Resource authenticatorStages, Resource prompts) {

	static final String KEY_PAIRS = "crypto/certificatekeypairs/";

	static final String OAUTH2_PROVIDERS = "providers/oauth2/";

	static final String APPLICATIONS = "core/applications/";

	static final String POLICY_BINDINGS = "policies/bindings/";

	static final String USERS = "core/users/";

	static String scopeMappings(AuthentikCapabilities capabilities) {
		return capabilities.scopeMappingsBelowProvider() ? "propertymappings/provider/scope/"
				: "propertymappings/scope/";
	}

	static Resources of(Api api, AuthentikCapabilities capabilities) {
		return new Resources(new Resource(api, "flows/instances/", ObjectKind.FLOW),
				new Resource(api, KEY_PAIRS, ObjectKind.KEY_PAIR),
				new Resource(api, scopeMappings(capabilities), ObjectKind.SCOPE_MAPPING),
				new Resource(api, OAUTH2_PROVIDERS, ObjectKind.OAUTH2_PROVIDER),
				new Resource(api, "providers/all/", ObjectKind.PROVIDER),
				new Resource(api, APPLICATIONS, ObjectKind.APPLICATION),
				new Resource(api, POLICY_BINDINGS, ObjectKind.POLICY_BINDING),
				new Resource(api, USERS, ObjectKind.USER), new Resource(api, "core/groups/", ObjectKind.GROUP),
				new Resource(api, "events/events/", ObjectKind.EVENT),
				new Resource(api, "admin/settings/", ObjectKind.SETTINGS),
				new Resource(api, "flows/bindings/", ObjectKind.STAGE_BINDING),
				new Resource(api, "stages/consent/", ObjectKind.CONSENT_STAGE),
				new Resource(api, "stages/authenticator/validate/", ObjectKind.AUTHENTICATOR_STAGE),
				new Resource(api, "stages/prompt/prompts/", ObjectKind.PROMPT));
	}

}
