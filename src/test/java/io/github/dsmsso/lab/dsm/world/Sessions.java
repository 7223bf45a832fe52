package io.github.dsmsso.lab.dsm.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Handshake;
import org.jspecify.annotations.Nullable;

/** The sessions DSM knows. */
public final class Sessions {

	private final Map<String, NasSession> open = new ConcurrentHashMap<>();

	/** What was sent to the identity provider and has not come back. */
	private final Set<String> nonces = ConcurrentHashMap.newKeySet();

	private final SecureRandom random = new SecureRandom();

	private final NasFacts nas;

	private volatile Duration idleLimit = Duration.ofMinutes(15);

	Sessions(NasFacts nas) {
		this.nas = nas;
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

	public Duration idleLimit() {
		return this.idleLimit;
	}

	public NasSession begin(Account account, boolean withToken, Handshake.@Nullable Result handshake) {
		boolean limited = this.nas.fromOutside() && handshake == null;
		NasSession session = new NasSession(token(64), account, withToken ? token(12) : null, this.nas.clientAddress(),
				limited, handshake, this.nas.now());
		this.open.put(session.sid(), session);
		return session;
	}

	/**
	 * The session of that id.
	 * @throws DsmError 119 if there is none, 106 if it has been idle too long
	 */
	public NasSession of(@Nullable String sid) {
		NasSession session = (sid != null) ? this.open.get(sid) : null;
		if (session == null) {
			throw new DsmError(119);
		}
		if (session.lastSeen().plus(this.idleLimit).isBefore(this.nas.now())) {
			this.open.remove(session.sid());
			throw new DsmError(this.nas.assumes(DsmAssumption.IDLE_SESSION_ANSWERS_106) ? 106 : 119);
		}
		session.seen(this.nas.now());
		return session;
	}

	public void end(NasSession session) {
		this.open.remove(session.sid());
	}

	public List<NasSession> newestFirst() {
		return this.open.values().stream().sorted(Comparator.comparing(NasSession::openedAt).reversed()).toList();
	}

	/** What goes to the identity provider and has to come back in an ID token. */
	public String nonce() {
		String nonce = token(16);
		this.nonces.add(nonce);
		return nonce;
	}

	/** Whether the value was sent and has not come back before. */
	public boolean redeemNonce(@Nullable String nonce) {
		return nonce != null && this.nonces.remove(nonce);
	}

	public String token(int bytes) {
		byte[] token = new byte[bytes];
		this.random.nextBytes(token);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

}
