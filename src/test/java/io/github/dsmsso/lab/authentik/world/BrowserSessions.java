package io.github.dsmsso.lab.authentik.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** Who is signed in with which browser, and what they have agreed to. */
public final class BrowserSessions {

	public static final String COOKIE = "authentik_session";

	/** A signed-in browser. */
	public record Session(String id, Row user, Instant since) {
	}

	/** As {@link AuthentikAssumption#CONSENTS_LAST_FOUR_WEEKS} says. */
	private static final Duration CONSENT = Duration.ofDays(28);

	private final Instance instance;

	private final Table consented;

	private final Map<String, Session> sessions = new HashMap<>();

	BrowserSessions(Instance instance, Table consented) {
		this.instance = instance;
		this.consented = consented;
	}

	public Session open(Row user) {
		Session session = new Session(this.instance.randomness().lettersAndDigits(32), user, this.instance.now());
		this.sessions.put(session.id(), session);
		user.set("last_login", TimeFormats.iso(this.instance.now()));
		return session;
	}

	public Optional<Session> of(LabRequest request) {
		@Nullable String cookie = request.cookie(COOKIE);
		return Optional.ofNullable(this.sessions.get(cookie)).filter((session) -> session.user().flag("is_active"));
	}

	public void close(LabRequest request) {
		of(request).ifPresent((session) -> this.sessions.remove(session.id()));
	}

	/** Ends all sessions, as a restart with an empty cache does. */
	public void endAll() {
		this.sessions.clear();
	}

	/**
	 * The user lets the application have what the scopes give, and is not asked again.
	 */
	public void consents(Row user, Row application, List<String> scopes) {
		this.consented.add(new Row(AuthentikJson.object("pk", this.instance.nextNumber(), "user", user.pk(),
				"application", application.pk(), "expires", TimeFormats.iso(this.instance.now().plus(CONSENT)),
				"permissions", String.join(" ", scopes))));
	}

	public boolean hasConsented(Row user, Row application) {
		return this.consented.stream()
			.anyMatch((consent) -> consent.is("user", user.pk()) && consent.is("application", application.pk())
					&& Instant.parse(consent.text("expires")).isAfter(this.instance.now()));
	}

}
