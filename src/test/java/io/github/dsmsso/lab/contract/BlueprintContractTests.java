package io.github.dsmsso.lab.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the contract of blueprints notices what it should: every wrong thing here is
 * planted.
 */
class BlueprintContractTests {

	private static final String PROVIDER = """
			version: 1
			entries:
			- model: authentik_providers_oauth2.oauth2provider
			  identifiers:
			    name: synology
			  attrs:
			    authorization_flow: !Find [authentik_flows.flow, [slug, consent]]
			    signing_key: null
			    property_mappings:
			    - !Find [authentik_providers_oauth2.scopemapping, [name, openid]]
			    %s
			""";

	@Test
	void whatATagFindsMayBeAnywhere() {
		assertThat(BlueprintContract.violations("2026.2.2", PROVIDER.formatted("sub_mode: user_email"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "has no subject_mode|subject_mode: user_email",
					"has no invalid_flow|invalid_flow: !Find [authentik_flows.flow, [slug, bye]]",
					"(\"user_mail\") not found in enum|sub_mode: user_mail",
					"instance type (string)|include_claims_in_id_token: 'yes'",
					"instance type (null)|include_claims_in_id_token: null",
					"required properties ([\"url\"])|redirect_uris: [ { matching_mode: strict } ]" })
	void wrongFieldIsNoticed(String violation, String field) {
		assertThat(BlueprintContract.violations("2026.2.2", PROVIDER.formatted(field))).singleElement()
			.asString()
			.contains(violation);
	}

}
