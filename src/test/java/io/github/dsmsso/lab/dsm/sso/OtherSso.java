package io.github.dsmsso.lab.dsm.sso;

import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;

/**
 * The other ways to sign in once, untouched: they can be read, and what they can be told
 * is not known in public, so that every other call is a wrong parameter.
 */
public final class OtherSso implements ApiFamily {

	@Override
	public void describe(ApiCatalogue catalogue) {
		readable(catalogue, "SYNO.Core.Directory.Azure.SSO", Json.object("azure_client_id", "", "azure_client_secret",
				"", "azure_redirect_uri", "", "azure_tenant_id", ""));
		readable(catalogue, "SYNO.Core.Directory.Entra.SSO",
				Json.object("azure_authorization_endpoint", "", "azure_client_id", "", "azure_client_secret", "",
						"azure_logout_endpoint", "", "azure_redirect_uri", "", "azure_tenant_id", "",
						"azure_token_endpoint", ""));
		readable(catalogue, "SYNO.Core.Directory.WebSphere.SSO",
				Json.object("websphere_client_id", "", "websphere_client_secret", "", "websphere_oidc_host", "",
						"websphere_oidc_provider", "", "websphere_redirect_uri", ""));
		readable(catalogue, "SYNO.Core.Directory.SSO.SAML",
				Json.object("saml_allow_local_user", false, "saml_cert_detail", "", "saml_idp_entity_id", "",
						"saml_idp_signin_url", "", "saml_name", "SAML", "saml_response_signature", "response",
						"saml_system_date", "", "saml_valid_date", "", "sso_saml_enable", ""));
		readable(catalogue, "SYNO.Core.Directory.SSO.CAS", Json.object("cas_allow_local_user", false, "cas_auth_url",
				"", "cas_name", "CAS", "cas_service_ids", "", "cas_validate_url", "", "sso_cas_enable", ""));
		readable(catalogue, "SYNO.Core.Directory.SSO.IWA", Json.object("enable_http_negotiate", false));
		catalogue.api("SYNO.Core.Directory.SSO")
			.administrators("set", OtherSso::unknown)
			.in(1, 1, "register", Access.ADMINISTRATORS, OtherSso::unknown);
		catalogue.api("SYNO.Core.Directory.SSO.Status").administrators("set", OtherSso::unknown);
		catalogue.api("SYNO.Core.Directory.SSO.SAML.Status").administrators("set", OtherSso::unknown);
		catalogue.api("SYNO.Core.Directory.SSO.SAML.Metadata").administrators("import", OtherSso::unknown);
		catalogue.api("SYNO.Core.Directory.SSO.utils").anyone("exchange", OtherSso::unknown);
	}

	private static void readable(ApiCatalogue catalogue, String api, Map<String, ?> fields) {
		catalogue.api(api)
			.administrators("get", (call) -> ApiAnswer.of(fields))
			.administrators("set", OtherSso::unknown);
	}

	private static ApiAnswer unknown(ApiCall call) {
		throw new DsmError(120);
	}

}
