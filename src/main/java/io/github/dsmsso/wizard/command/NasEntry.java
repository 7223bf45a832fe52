package io.github.dsmsso.wizard.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dsmsso.wizard.http.Peer;
import org.jspecify.annotations.Nullable;

/**
 * A NAS, as a connection file has it.
 *
 * @param address where it is
 * @param certificate the SHA-256 of the certificate that is accepted; null to trust the
 * public authorities
 * @param account the DSM account that signs in
 * @param passwordFrom the name of the variable that holds its password, where it is not
 * {@code DSM_PASSWORD}
 * @param application slug of the application that stands for it
 * @param wish what is wished for it
 */
record NasEntry(String address, @Nullable String certificate, String account,
		@JsonProperty("password-from") @Nullable String passwordFrom, @Nullable String application,
		@Nullable Wish wish) {

	boolean isComplete() {
		return this.address != null && this.account != null;
	}

	/** The name of the variable that holds the password. */
	String passwordVariable() {
		return (this.passwordFrom != null) ? this.passwordFrom : "DSM_PASSWORD";
	}

	Peer peer() {
		return TypedPeer.of(this.address, this.certificate);
	}

}
