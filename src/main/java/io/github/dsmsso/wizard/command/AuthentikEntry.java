package io.github.dsmsso.wizard.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dsmsso.wizard.http.Peer;
import org.jspecify.annotations.Nullable;

/**
 * authentik, as a connection file has it.
 *
 * @param address where it is
 * @param certificate the SHA-256 of the certificate that is accepted; null to trust the
 * public authorities
 * @param tokenFrom the name of the variable that holds the token, where it is not
 * {@code AUTHENTIK_TOKEN}
 */
record AuthentikEntry(String address, @Nullable String certificate,
		@JsonProperty("token-from") @Nullable String tokenFrom) {

	boolean isComplete() {
		return this.address != null;
	}

	/** The name of the variable that holds the token. */
	String tokenVariable() {
		return (this.tokenFrom != null) ? this.tokenFrom : "AUTHENTIK_TOKEN";
	}

	Peer peer() {
		return TypedPeer.of(this.address, this.certificate);
	}

}
