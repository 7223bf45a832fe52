package io.github.dsmsso.lab.dsm;

import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.debug.DebugEndpoint;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabServer;

/** A NAS on a socket. */
public final class RunningDsm implements AutoCloseable {

	private final DsmSimulator simulator;

	private final LabServer server;

	private volatile LabHandler front;

	private RunningDsm(DsmSimulator simulator, LabCertificate certificate, int port) {
		this.simulator = simulator;
		this.front = simulator;
		this.server = new DebugEndpoint(simulator, (request) -> this.front.handle(request)).serve(certificate, port);
		simulator.world().web().ports(5000, this.server.port());
	}

	/**
	 * Starts a NAS on the loopback interface.
	 * @param outbound how the NAS reaches the identity provider
	 * @param certificate what it presents
	 * @param port the port, or 0 for a free one
	 */
	public static RunningDsm start(DsmWorld world, OutboundHttp outbound, LabCertificate certificate, int port) {
		return new RunningDsm(new DsmSimulator(world, outbound), certificate, port);
	}

	/**
	 * Puts something before the simulator that may answer itself, spoil an answer or pass
	 * the request on.
	 */
	public RunningDsm behind(UnaryOperator<LabHandler> fault) {
		this.front = fault.apply(this.front);
		return this;
	}

	/** Takes everything away that stands before the simulator. */
	public RunningDsm healed() {
		this.front = this.simulator;
		return this;
	}

	public DsmSimulator simulator() {
		return this.simulator;
	}

	public DsmWorld world() {
		return this.simulator.world();
	}

	public LabServer server() {
		return this.server;
	}

	/** The page's address by the name localhost. */
	public String address() {
		return "https://localhost:" + this.server.port();
	}

	/** Stops the NAS. */
	@Override
	public void close() {
		this.server.close();
	}

}
