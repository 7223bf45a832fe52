package io.github.dsmsso.lab.dsm;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A session of DSM. */
final class DsmSession {

	private final String sid;

	private final Account account;

	private final @Nullable String synoToken;

	private final String source;

	private final boolean limited;

	private final Handshake.@Nullable Result handshake;

	private final Instant openedAt;

	private volatile String userAgent = "";

	private volatile Instant lastSeen;

	DsmSession(String sid, Account account, @Nullable String synoToken, String source, boolean limited,
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

	String sid() {
		return this.sid;
	}

	Account account() {
		return this.account;
	}

	@Nullable String synoToken() {
		return this.synoToken;
	}

	/** The address the owner signed in from. */
	String source() {
		return this.source;
	}

	/**
	 * Whether DSM keeps the administrator's APIs from it, as it does for sign-ins from
	 * outside that come without a handshake.
	 */
	boolean limited() {
		return this.limited;
	}

	/** Whether the owner's handshake made this header; without a handshake none did. */
	boolean isProvedBy(String hash) {
		return this.handshake != null && this.handshake.proves(hash);
	}

	DsmSession openedWith(@Nullable String userAgent) {
		this.userAgent = (userAgent != null) ? userAgent : "";
		return this;
	}

	/** What the owner signed in with calls itself. */
	String userAgent() {
		return this.userAgent;
	}

	Instant openedAt() {
		return this.openedAt;
	}

	Instant lastSeen() {
		return this.lastSeen;
	}

	void seen(Instant now) {
		this.lastSeen = now;
	}

}
