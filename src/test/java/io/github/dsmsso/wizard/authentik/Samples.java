package io.github.dsmsso.wizard.authentik;

import java.util.List;

import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.shared.Secret;

/**
 * Objects as this wizard creates them and as authentik writes them.
 */
final class Samples {

	static final String REDIRECT = "https://nas.example.com:5001";

	static final String CLIENT_SECRET = "Zk3vQ81fTqLm0sXw";

	static final String BINDING_JSON = """
			{"pk": "b", "policy": null, "group": "group", "user": null, "policy_obj": null, "group_obj": {"pk": "group"},
			"user_obj": null, "target": "app", "negate": false, "enabled": true, "order": 0, "timeout": 30,
			"failure_result": false, "expires": null, "expiring": false}""";

	static final String APPLICATION_JSON = """
			{"pk": "app", "name": "Synology DSM", "slug": "synology", "provider": 7, "provider_obj": {"pk": 7},
			"backchannel_providers": [], "launch_url": null, "open_in_new_tab": false, "meta_launch_url": "",
			"meta_icon": null, "meta_description": "Sign-in to DSM", "meta_publisher": "us",
			"policy_engine_mode": "any", "group": ""}""";

	private Samples() {
	}

	static OAuth2Provider provider() {
		return new OAuth2Provider(0, "synology", "flow-a", "flow-i", true, List.of("authorization_code"),
				new ClientCredentials("client", Secret.of(CLIENT_SECRET)), List.of(AllowedRedirect.exactly(REDIRECT)),
				"key", null, SubjectMode.USER_EMAIL, List.of("m1", "m2", "m3"), true, true, null);
	}

	static Application application() {
		return new Application("", "Synology DSM", "synology", 7, true, "", "Sign-in to DSM", "us");
	}

	/** A provider as authentik 2026.8 writes it, with fields this wizard never reads. */
	static String providerJson() {
		return providerJson("""
				"redirect_uris": [{"matching_mode": "strict", "url": "https://nas.example.com:5001",
				"redirect_uri_type": "authorization"}], "invalidation_flow": "flow-i", "encryption_key": null,
				"grant_types": ["authorization_code"]""", CLIENT_SECRET);
	}

	/** The fields that every release writes, and those of one. */
	static String providerJson(String fieldsOfTheRelease, String clientSecret) {
		return """
				{"pk": 7, "name": "synology", "authentication_flow": null, "authorization_flow": "flow-a",
				"property_mappings": ["m1", "m2", "m3"], "component": "ak-provider-oauth2-form",
				"assigned_application_slug": "synology", "assigned_application_name": "Synology DSM",
				"meta_model_name": "authentik_providers_oauth2.oauth2provider", "client_type": "confidential",
				"client_id": "client", "client_secret": "%s", "access_code_validity": "minutes=1",
				"include_claims_in_id_token": true, "signing_key": "key", "sub_mode": "user_email",
				"issuer_mode": "per_provider", "future": {"field": 1}, %s}""".formatted(clientSecret,
				fieldsOfTheRelease);
	}

}
