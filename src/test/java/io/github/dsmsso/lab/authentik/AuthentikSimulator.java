package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;

/** Answers as one authentik instance does, in process or over TLS. */
public final class AuthentikSimulator implements LabHandler {

	private final AuthentikWorld world;

	private final FrontDoor frontDoor;

	private final List<ArrivedRequest> arrived = new CopyOnWriteArrayList<>();

	public AuthentikSimulator(AuthentikWorld world) {
		this.world = world;
		this.frontDoor = new FrontDoor(world);
	}

	public AuthentikWorld world() {
		return this.world;
	}

	/** What arrived so far, oldest first. Requests for {@code /debug} do not count. */
	public List<ArrivedRequest> arrived() {
		return List.copyOf(this.arrived);
	}

	/** Forgets what arrived. */
	public void forgetArrived() {
		this.arrived.clear();
	}

	/**
	 * Starts serving HTTPS on the loopback interface.
	 * @param port the port, or 0 for a free one
	 */
	public LabServer serve(LabCertificate certificate, int port) {
		return LabServer.https(this, certificate, port);
	}

	@Override
	public LabResponse handle(LabRequest request) {
		if (request.path().equals("/debug")) {
			return DebugPage.of(arrived());
		}
		synchronized (this.world) {
			LabResponse response = this.frontDoor.answer(request);
			this.arrived.add(new ArrivedRequest(this.world.now(), request.method(), request.path(),
					Set.copyOf(request.queryParameters().keySet()), response.status()));
			return response;
		}
	}

}
