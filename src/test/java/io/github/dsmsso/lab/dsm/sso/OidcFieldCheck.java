package io.github.dsmsso.lab.dsm.sso;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;

/**
 * What {@code OIDC.SSO set} may refuse: nothing as far as is known, and what a later look
 * at a real DSM may show.
 *
 * @param world whose assumptions count
 */
record OidcFieldCheck(DsmWorld world) {

	private static final List<String> ADDRESSES = List.of("oidc_authorization_endpoint", "oidc_redirect_uri",
			"oidc_token_endpoint", "oidc_wellknown");

	private static final List<String> NEEDED = List.of("oidc_client_id", "oidc_client_secret", "oidc_wellknown");

	/**
	 * Looks at a call before its fields are stored.
	 * @throws DsmError 120 for what the assumptions in force refuse
	 */
	void examine(CallParameters parameters, Map<String, Object> fields) {
		for (String name : parameters.names()) {
			refuse(name, !isKnown(name), DsmAssumption.UNKNOWN_FIELDS_ARE_IGNORED);
		}
		fields.forEach((name, value) -> {
			refuse(name, NEEDED.contains(name) && "".equals(value), DsmAssumption.BLANK_FIELDS_ARE_TAKEN);
			refuse(name, ADDRESSES.contains(name) && !isBlankOrHttps(value), DsmAssumption.ADDRESSES_ARE_NOT_CHECKED);
		});
	}

	/** DSM's own page sends "profile" along. */
	private boolean isKnown(String name) {
		return name.equals("profile") || this.world.sso().oidc().containsKey(name);
	}

	private static boolean isBlankOrHttps(Object value) {
		return value.equals("") || value.toString().startsWith("https://");
	}

	private void refuse(String name, boolean offends, DsmAssumption assumption) {
		if (offends && !this.world.assumes(assumption)) {
			throw DsmError.invalid(name);
		}
	}

}
