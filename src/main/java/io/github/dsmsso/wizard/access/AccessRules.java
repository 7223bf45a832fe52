package io.github.dsmsso.wizard.access;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Refuses settings that would let strangers in, before the first request can come.
 */
@Component
class AccessRules {

	AccessRules(AccessProperties access, ServerProperties server) {
		boolean ownNamesOnly = new AllowedHosts(access.allowedHosts()).areLoopbackOnly();
		if (!access.setupCode() && !(isLoopback(server) && ownNamesOnly)) {
			throw new UnsafeAccessException(
					"wizard.access.setup-code is off, but the wizard can be reached from other machines:"
							+ " anyone who finds it could use it.",
					"Set wizard.access.setup-code to true, or keep server.address at 127.0.0.1"
							+ " and wizard.access.allowed-hosts at this machine's own names.");
		}
		if (!ownNamesOnly && !access.https()) {
			throw new UnsafeAccessException(
					"wizard.access.allowed-hosts names a host on the network, but wizard.access.https is off:"
							+ " passwords would cross the network unencrypted.",
					"Give the wizard a certificate (server.ssl.*) or put a proxy with HTTPS in front of it"
							+ " (server.forward-headers-strategy), then set wizard.access.https to true.");
		}
	}

	private static boolean isLoopback(ServerProperties server) {
		return server.getAddress() != null && server.getAddress().isLoopbackAddress();
	}

}
