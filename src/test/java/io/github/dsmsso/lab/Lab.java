package io.github.dsmsso.lab;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.debug.DebugEndpoint;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.sso.NasNetwork;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabServer;

/**
 * A NAS and an authentik side by side on this machine, each a server of its own on HTTPS.
 * The NAS presents the certificate it left the factory with, self-signed and for another
 * name; it trusts authentik's, as if an administrator had imported it.
 */
public final class Lab implements AutoCloseable {

	private final LabServer authentikServer;

	private volatile LabHandler authentikFront;

	private final AuthentikSimulator authentik;

	private final NasNetwork network;

	private final RunningDsm dsm;

	private Lab(DsmWorld nas, AuthentikWorld authentik, int dsmPort, int authentikPort) {
		LabCertificate certificate = LabCertificate.selfSigned("localhost", "127.0.0.1");
		this.authentik = new AuthentikSimulator(authentik);
		this.authentikFront = this.authentik;
		this.authentikServer = new DebugEndpoint(this.authentik, (request) -> this.authentikFront.handle(request))
			.serve(certificate, authentikPort);
		this.network = new NasNetwork(new JdkOutboundHttp(List.of(certificate.certificate())));
		this.dsm = RunningDsm.start(nas, this.network, LabCertificate.selfSigned("synology"), dsmPort);
	}

	/** The demo's NAS and authentik on free ports. */
	public static Lab start(DsmVersion dsm, AuthentikVersion authentik) {
		return start(dsm, authentik, 0, 0);
	}

	/** The demo's NAS and authentik on ports of choice. */
	public static Lab start(DsmVersion dsm, AuthentikVersion authentik, int dsmPort, int authentikPort) {
		return new Lab(DemoNas.world(dsm, Clock.systemDefaultZone()), DemoAuthentik.world(authentik), dsmPort,
				authentikPort);
	}

	public RunningDsm dsm() {
		return this.dsm;
	}

	public DsmWorld nas() {
		return this.dsm.world();
	}

	/** The way from the NAS to authentik. */
	public NasNetwork network() {
		return this.network;
	}

	public AuthentikSimulator authentik() {
		return this.authentik;
	}

	/**
	 * Puts something before authentik that may answer itself, spoil an answer or pass the
	 * request on.
	 */
	public Lab authentikBehind(UnaryOperator<LabHandler> fault) {
		this.authentikFront = fault.apply(this.authentikFront);
		return this;
	}

	/** Takes everything away that stands before the two. */
	public Lab healed() {
		this.authentikFront = this.authentik;
		this.dsm.healed();
		return this;
	}

	public LabServer authentikServer() {
		return this.authentikServer;
	}

	/** Everything that a wizard may change, on both sides, secrets included. */
	public Map<String, Object> everything() {
		return Map.of("authentik", this.authentik.world().inventory(), "oidc", nas().sso().oidc(), "enabled",
				nas().sso().enabled(), "profile", nas().sso().profile(), "default", nas().sso().defaultLogin());
	}

	public String dsmAddress() {
		return this.dsm.address();
	}

	public String authentikAddress() {
		return "https://localhost:" + this.authentikServer.port();
	}

	@Override
	public void close() {
		this.dsm.close();
		this.authentikServer.close();
	}

}
