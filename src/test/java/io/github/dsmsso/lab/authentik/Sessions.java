package io.github.dsmsso.lab.authentik;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** Who is signed in with which browser, and what they have agreed to. */
final class Sessions {

	static final String COOKIE = "authentik_session";

	/** A signed-in browser. */
	record Session(String id, Row user, Instant since) {
	}

	private final AuthentikWorld world;

	private final Map<String, Session> sessions = new HashMap<>();

	private final Set<String> consents = new HashSet<>();

	Sessions(AuthentikWorld world) {
		this.world = world;
	}

	Session open(Row user) {
		Session session = new Session(this.world.randomness().lettersAndDigits(32), user, this.world.now());
		this.sessions.put(session.id(), session);
		user.set("last_login", Times.iso(this.world.now()));
		return session;
	}

	Optional<Session> of(LabRequest request) {
		@Nullable String cookie = request.cookie(COOKIE);
		return Optional.ofNullable(this.sessions.get(cookie)).filter((session) -> session.user().flag("is_active"));
	}

	void close(LabRequest request) {
		of(request).ifPresent((session) -> this.sessions.remove(session.id()));
	}

	/** Ends all sessions, as a restart with an empty cache does. */
	void endAll() {
		this.sessions.clear();
	}

	void consents(Row user, Row application) {
		this.consents.add(user.pk() + "/" + application.pk());
	}

	boolean hasConsented(Row user, Row application) {
		return this.consents.contains(user.pk() + "/" + application.pk());
	}

}
