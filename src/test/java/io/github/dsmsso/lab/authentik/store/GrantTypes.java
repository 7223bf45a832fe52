package io.github.dsmsso.lab.authentik.store;

import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;

/** The grant types of OAuth that providers may be allowed. */
public final class GrantTypes {

	public static final String CODE = "authorization_code";

	public static final String IMPLICIT = "implicit";

	public static final String HYBRID = "hybrid";

	public static final String REFRESH = "refresh_token";

	public static final String CLIENT_CREDENTIALS = "client_credentials";

	public static final String PASSWORD = "password";

	public static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

	private static final List<String> FIRST = List.of(CODE, IMPLICIT, HYBRID, REFRESH, CLIENT_CREDENTIALS, PASSWORD,
			DEVICE);

	private GrantTypes() {
	}

	static List<String> known(AuthentikVersion version) {
		if (!version.has(Behaviour.TOKEN_EXCHANGE)) {
			return FIRST;
		}
		return Stream.concat(FIRST.stream(), Stream.of("urn:ietf:params:oauth:grant-type:token-exchange")).toList();
	}

	/** Whether the provider may use it; releases without the field ask nothing. */
	public static boolean allowed(AuthentikVersion version, Row provider, String grantType) {
		return !version.has(Behaviour.GRANT_TYPES) || provider.list("grant_types").contains(grantType);
	}

}
