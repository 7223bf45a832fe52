package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/** The NAS's way out, on which hosts can be cut off: from the NAS only. */
public final class NasNetwork implements OutboundHttp {

	private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

	private final OutboundHttp open;

	public NasNetwork(OutboundHttp open) {
		this.open = open;
	}

	/** From now on the NAS cannot reach that host. */
	public NasNetwork cutOff(String host) {
		this.cutOff.add(host);
		return this;
	}

	/** The NAS reaches that host again. */
	public NasNetwork reconnect(String host) {
		this.cutOff.remove(host);
		return this;
	}

	@Override
	public LabResponse send(URI origin, LabRequest request) throws IOException {
		if (this.cutOff.contains(origin.getHost())) {
			throw new ConnectException("No route to " + origin.getHost());
		}
		return this.open.send(origin, request);
	}

}
