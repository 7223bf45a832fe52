package io.github.dsmsso.wizard.connection;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;

import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.MissingPermissions;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.CertificateLook;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Component;

/**
 * The one way to both systems, whoever asks for it: a first look at the certificate
 * before anything is said, then which system it is, then the sign-in, and nothing further
 * for an account or a token that may not do what has to be done.
 */
@Component
public class Connections {

	/** DSM's own HTTPS port; many put 443 in front of it. */
	private static final int DSM_PORT = 5001;

	/** The HTTPS port of authentik's own container. */
	private static final int AUTHENTIK_PORT = 9443;

	private final CertificateLook look;

	private final DsmApi dsm;

	private final AuthentikApi authentik;

	private final SignInPatience patience;

	private final Clock clock;

	Connections(CertificateLook look, DsmApi dsm, AuthentikApi authentik, SignInPatience patience, Clock clock) {
		this.look = look;
		this.dsm = dsm;
		this.authentik = authentik;
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Looks at what the NAS presents; nothing is sent but a TLS handshake.
	 * @throws ElsewhereException where it answers at DSM's own port instead
	 * @throws ApiException where none answers
	 */
	public FirstContact contactNas(BaseUrl address) {
		return contact(address, DSM_PORT);
	}

	/**
	 * Looks at what authentik presents; nothing is sent but a TLS handshake.
	 * @throws ElsewhereException where it answers at the container's own port instead
	 * @throws ApiException where none answers
	 */
	public FirstContact contactAuthentik(BaseUrl address) {
		return contact(address, AUTHENTIK_PORT);
	}

	private FirstContact contact(BaseUrl address, int usualPort) {
		if (!"https".equals(address.scheme())) {
			return new FirstContact(address, null);
		}
		try {
			return new FirstContact(address, this.look.at(address));
		}
		catch (ApiException ex) {
			BaseUrl usual = address.withPort(usualPort);
			throw (!usual.equals(address) && answers(usual)) ? new ElsewhereException(ex, usual) : ex;
		}
	}

	private boolean answers(BaseUrl address) {
		try {
			this.look.at(address);
			return true;
		}
		catch (ApiException ex) {
			return false;
		}
	}

	/**
	 * Asks which DSM answers.
	 * @throws ProblemException where it is not one, or one that has no OpenID Connect
	 */
	public DsmServer discoverDsm(Peer peer) {
		DsmServer server = this.dsm.discover(peer);
		if (!server.capabilities().hasOidcClient()) {
			throw new ProblemException(Problem.of("nas.no-oidc-client", peer.address().toString()));
		}
		return server;
	}

	/**
	 * Asks whether authentik answers, and where its API is.
	 * @throws ProblemException where it is not one
	 */
	public Peer discoverAuthentik(Peer peer) {
		return this.authentik.discover(peer);
	}

	/** Whether the sign-in with this mark was sent before, as by a second click. */
	public boolean wasSent(String mark) {
		return this.patience.wasSent(mark);
	}

	/**
	 * How many more sign-ins to this NAS may fail before the wizard sends none for a
	 * while; empty where none has failed lately.
	 */
	public OptionalInt triesLeft(DsmServer server) {
		return this.patience.triesLeft(server.peer().address());
	}

	/**
	 * By how much DSM's clock is ahead of ours, negative where it is behind; nothing
	 * where it cannot be read.
	 */
	public Duration clockAhead(DsmServer server) {
		try {
			return this.dsm.clock(server.peer())
				.map((theirs) -> Duration.between(this.clock.instant(), theirs))
				.orElse(Duration.ZERO);
		}
		catch (ApiException ex) {
			return Duration.ZERO;
		}
	}

	/**
	 * Signs in to DSM, once.
	 * @param mark tells this sign-in from all others; none is sent twice
	 * @throws ProblemException where it was not sent, because another one is under way or
	 * it is better to wait, or where its answer is lost
	 */
	public SignIn signIn(DsmServer server, DsmCredentials credentials, String mark) {
		return this.patience.attempt(server.peer().address(), mark, credentials.oneTimeCode(),
				() -> this.dsm.signIn(server, credentials));
	}

	/**
	 * Shows an API token to authentik.
	 * @throws ProblemException where authentik refuses it, or its owner may not do all
	 * that a connection needs; the permissions are named
	 */
	public AuthentikClient connect(Peer peer, Secret token) {
		AuthentikClient client = this.authentik.connect(peer, token);
		MissingPermissions missing = client.missingPermissions();
		if (!missing.isEmpty()) {
			throw new ProblemException(
					Problem.of("authentik.permission-missing", String.join(", ", missing.permissions())));
		}
		return client;
	}

}
