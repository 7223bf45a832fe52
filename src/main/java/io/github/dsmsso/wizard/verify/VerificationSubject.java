package io.github.dsmsso.wizard.verify;

import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The connection to be looked at, whoever made it.
 *
 * @param connection the two systems
 * @param applicationSlug slug of the application that stands for DSM
 * @param redirectUri the address people use to open DSM
 * @param opened the address by which DSM was opened just now; null where people are known
 * to use the other one
 * @param signInProven whether a person was seen to sign in by it
 * @param presented the certificates that both systems presented
 */
public record VerificationSubject(Connection connection, String applicationSlug, RedirectUri redirectUri,
		@Nullable RedirectUri opened, boolean signInProven, Presented presented) {

	/** A connection as it is wished, through which nobody was seen to sign in yet. */
	public VerificationSubject(Connection connection, String applicationSlug, BaseUrl dsmAddress) {
		this(connection, applicationSlug, RedirectUri.of(dsmAddress), null, false, Presented.unseen());
	}

	/** A connection as it is wished. */
	public static VerificationSubject wished(Connection connection, String applicationSlug, RedirectUri redirectUri) {
		return new VerificationSubject(connection, applicationSlug, redirectUri, null, false, Presented.unseen());
	}

	/**
	 * The connection that DSM itself holds; empty where nothing tells of one.
	 * @param recognition looks for the provider of this NAS
	 * @param held DSM's settings
	 */
	public static Optional<VerificationSubject> held(Connection connection, Recognition recognition, OidcSso held) {
		RedirectUri opened = RedirectUri.of(connection.dsmAddress());
		RedirectUri served = recognition.likeliest()
			.map((found) -> RedirectRules.servedBy(held.redirectUri(), found, connection.dsmAddress()))
			.orElse(opened);
		return recognition.slug()
			.map((slug) -> new VerificationSubject(connection, slug, served, opened, false, Presented.unseen()));
	}

	/** The same connection after a person signed in by it. */
	public VerificationSubject withSignInProven() {
		return new VerificationSubject(this.connection, this.applicationSlug, this.redirectUri, this.opened, true,
				this.presented);
	}

	/** The same connection, with the certificates that both systems presented. */
	public VerificationSubject withPresented(Presented presented) {
		return new VerificationSubject(this.connection, this.applicationSlug, this.redirectUri, this.opened,
				this.signInProven, presented);
	}

	DsmSession dsm() {
		return this.connection.dsm();
	}

	AuthentikClient authentik() {
		return this.connection.authentik();
	}

}
