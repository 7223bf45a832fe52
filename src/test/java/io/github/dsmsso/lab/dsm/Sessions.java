package io.github.dsmsso.lab.dsm;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The sessions DSM knows. */
public final class Sessions {

	private final Map<String, DsmSession> open = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final DsmWorld world;

	private volatile Duration idleLimit = Duration.ofMinutes(15);

	Sessions(DsmWorld world) {
		this.world = world;
	}

	/** How long a session may rest before DSM ends it. */
	public Sessions endAfter(Duration idle) {
		this.idleLimit = idle;
		return this;
	}

	/** Ends all sessions, as a restart of DSM's web server does. */
	public void endAll() {
		this.open.clear();
	}

	/** How many sessions are open. */
	public int count() {
		return this.open.size();
	}

	Duration idleLimit() {
		return this.idleLimit;
	}

	DsmSession begin(Account account, boolean withToken, Handshake.@Nullable Result handshake) {
		boolean limited = this.world.fromOutside() && handshake == null;
		DsmSession session = new DsmSession(token(64), account, withToken ? token(12) : null,
				this.world.clientAddress(), limited, handshake, this.world.now());
		this.open.put(session.sid(), session);
		return session;
	}

	/**
	 * The session of that id.
	 * @throws DsmError 119 if there is none, 106 if it has been idle too long
	 */
	DsmSession of(@Nullable String sid) {
		DsmSession session = (sid != null) ? this.open.get(sid) : null;
		if (session == null) {
			throw new DsmError(119);
		}
		if (session.lastSeen().plus(this.idleLimit).isBefore(this.world.now())) {
			this.open.remove(session.sid());
			throw new DsmError(this.world.assumes(DsmAssumption.IDLE_SESSION_ANSWERS_106) ? 106 : 119);
		}
		session.seen(this.world.now());
		return session;
	}

	void end(DsmSession session) {
		this.open.remove(session.sid());
	}

	List<DsmSession> newestFirst() {
		return this.open.values().stream().sorted(Comparator.comparing(DsmSession::openedAt).reversed()).toList();
	}

	String token(int bytes) {
		byte[] token = new byte[bytes];
		this.random.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

}
