package io.github.dsmsso.wizard.command;

import java.util.Locale;

import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The server that an address and the fingerprint of a certificate name, as people type
 * them.
 */
final class TypedPeer {

	private TypedPeer() {
	}

	static Peer of(String address, @Nullable String certificate) {
		return new Peer(BaseUrl.parse(address),
				(certificate != null) ? TlsTrust.in(fingerprint(certificate)) : TlsTrust.publicAuthorities());
	}

	/** As browsers, openssl and people write one: with colons or without, in any case. */
	private static Fingerprint fingerprint(String typed) {
		String digits = typed.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
		if (!digits.matches("[0-9A-F]{64}")) {
			throw new CommandException("“" + typed + "” is not the SHA-256 fingerprint of a certificate.");
		}
		return new Fingerprint(String.join(":", digits.split("(?<=\\G..)")));
	}

}
