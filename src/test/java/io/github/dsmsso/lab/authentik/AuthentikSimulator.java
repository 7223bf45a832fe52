package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.authentik.front.AuthentikFront;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.debug.DebugEndpoint;
import io.github.dsmsso.lab.debug.Simulator;
import io.github.dsmsso.lab.debug.Switch;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;

/** Answers as one authentik instance does, in process or over TLS. */
public final class AuthentikSimulator implements Simulator {

	private final AuthentikWorld world;

	private final AuthentikFront front;

	private final List<ArrivedRequest> arrived = new CopyOnWriteArrayList<>();

	public AuthentikSimulator(AuthentikWorld world) {
		this.world = world;
		this.front = new AuthentikFront(world);
	}

	public AuthentikWorld world() {
		return this.world;
	}

	@Override
	public String name() {
		return "authentik " + this.world.version();
	}

	@Override
	public List<Map<String, Object>> requests() {
		return this.arrived.stream().map(ArrivedRequest::told).toList();
	}

	@Override
	public List<Switch> switches() {
		return AuthentikSwitches.of(this.world);
	}

	/** What arrived so far, oldest first. */
	public List<ArrivedRequest> arrived() {
		return List.copyOf(this.arrived);
	}

	/** Forgets what arrived. */
	public void forgetArrived() {
		this.arrived.clear();
	}

	/**
	 * Starts serving HTTPS on the loopback interface, with the debug pages.
	 * @param port the port, or 0 for a free one
	 */
	public LabServer serve(LabCertificate certificate, int port) {
		return new DebugEndpoint(this, this).serve(certificate, port);
	}

	@Override
	public LabResponse handle(LabRequest request) {
		synchronized (this.world) {
			LabResponse response = this.front.answer(request);
			this.arrived.add(new ArrivedRequest(this.world.now(), request.method(), request.path(),
					Set.copyOf(request.queryParameters().keySet()), response.status()));
			return response;
		}
	}

}
