package io.github.dsmsso.wizard.verify;

import java.time.Instant;

/**
 * Everything the checks judge by, read once.
 *
 * @param expected what a well-set connection is measured by
 * @param authentik what authentik's administration shows
 * @param protocol what authentik shows to anyone
 * @param dsm what DSM shows
 * @param at when they were looked at
 */
record Observation(Expectation expected, AuthentikSide authentik, ProtocolSide protocol, DsmSide dsm, Instant at) {

	/** The same, of a connection by which a person was seen to sign in. */
	Observation withSignInProven() {
		return new Observation(this.expected.withSignInProven(), this.authentik, this.protocol, this.dsm, this.at);
	}

}
