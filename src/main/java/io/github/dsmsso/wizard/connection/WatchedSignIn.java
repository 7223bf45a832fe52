package io.github.dsmsso.wizard.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.github.dsmsso.wizard.dsm.CurrentConnection;

/**
 * The moment from which a sign-in is watched for.
 *
 * @param since the moment, by authentik's own clock where it tells it
 * @param began the same moment by the clock of this machine
 * @param before who was signed in to DSM at that moment
 */
public record WatchedSignIn(Instant since, Instant began, Set<CurrentConnection> before) {

	public WatchedSignIn {
		before = Set.copyOf(before);
	}

	/** When something happened by the clock of this machine. */
	public Instant byOwnClock(Instant atAuthentik) {
		return this.began.plus(Duration.between(this.since, atAuthentik));
	}

}
