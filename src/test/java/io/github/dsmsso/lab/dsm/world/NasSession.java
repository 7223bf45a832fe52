package io.github.dsmsso.lab.dsm.world;

import java.time.Instant;

import io.github.dsmsso.lab.dsm.protocol.Handshake;
import org.jspecify.annotations.Nullable;

/** A session of DSM. */
public final class NasSession {

	private final String sid;

	private final Account account;

	private final @Nullable String synoToken;

	private final String source;

	private final boolean limited;

	private final Handshake.@Nullable Result handshake;

	private final Instant openedAt;

	private volatile String userAgent = "";

	private volatile Instant lastSeen;

	NasSession(String sid, Account account, @Nullable String synoToken, String source, boolean limited,
			Handshake.@Nullable Result handshake, Instant now) {
		this.sid = sid;
		this.account = account;
		this.synoToken = synoToken;
		this.source = source;
		this.limited = limited;
		this.handshake = handshake;
		this.openedAt = now;
		this.lastSeen = now;
	}

	public String sid() {
		return this.sid;
	}

	public Account account() {
		return this.account;
	}

	public @Nullable String synoToken() {
		return this.synoToken;
	}

	/** The address the owner signed in from. */
	public String source() {
		return this.source;
	}

	/**
	 * Whether DSM keeps the administrator's APIs from it, as it does for sign-ins from
	 * outside that come without a handshake.
	 */
	public boolean limited() {
		return this.limited;
	}

	/** Whether the owner's handshake made this header; without a handshake none did. */
	public boolean isProvedBy(String hash) {
		return this.handshake != null && this.handshake.proves(hash);
	}

	public NasSession openedWith(@Nullable String userAgent) {
		this.userAgent = (userAgent != null) ? userAgent : "";
		return this;
	}

	/** What the owner signed in with calls itself. */
	public String userAgent() {
		return this.userAgent;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	Instant lastSeen() {
		return this.lastSeen;
	}

	void seen(Instant now) {
		this.lastSeen = now;
	}

}
