package io.github.dsmsso.wizard.apply;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.wizard.apply.FaultMatrix.Variant;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;

import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * A bench whose wizard speaks through its own HTTP client, over sockets and TLS, to
 * servers on this machine that stand for the two addresses.
 */
final class OverSockets implements Variant, AutoCloseable {

	private static final Duration DEADLINE = Duration.ofSeconds(4);

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private static final LabCertificate OTHER_CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final Map<String, LabServer> servers = new ConcurrentHashMap<>();

	private InProcessPeers peers;

	private PeerConnectors client;

	@Override
	public Object exchange(Object part) {
		if (part instanceof HttpProperties limits) {
			return new HttpProperties(DEADLINE, DEADLINE, limits.largestAnswer(), limits.largestList(),
					limits.connections());
		}
		if (part instanceof InProcessPeers inProcess) {
			this.peers = inProcess;
			return (PeerConnectors) this::connectorFor;
		}
		if (part instanceof PeerConnectors connectors) {
			this.client = connectors;
		}
		return part;
	}

	/** From now on nobody listens any more, or somebody does again. */
	void refuse(boolean refusing) {
		this.servers.keySet().forEach((origin) -> {
			this.servers.get(origin).close();
			if (!refusing) {
				this.servers.put(origin, serve(origin, CERTIFICATE));
			}
		});
	}

	/** From now on the servers present another certificate, or the usual one again. */
	void presentOther(boolean other) {
		this.servers.keySet().forEach((origin) -> {
			this.servers.get(origin).close();
			this.servers.put(origin, serve(origin, other ? OTHER_CERTIFICATE : CERTIFICATE));
		});
	}

	private ClientHttpConnector connectorFor(Peer peer) {
		String origin = peer.address().toString();
		this.servers.computeIfAbsent(origin, (address) -> serve(address, CERTIFICATE));
		ClientHttpConnector connector = this.client.connectorFor(
				new Peer(BaseUrl.parse(addressOf(origin)), TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint()))));
		return (method, uri, callback) -> connector.connect(method,
				URI.create(uri.toString().replace(origin, addressOf(origin))), callback);
	}

	private String addressOf(String origin) {
		return "https://localhost:" + this.servers.get(origin).port();
	}

	private LabServer serve(String origin, LabCertificate certificate) {
		LabHandler handler = this.peers.handlerAt(origin);
		return LabServer.https((request) -> handler.handle(asIfAt(origin, request)), certificate, 0);
	}

	/** authentik tells its addresses by the one it is called at. */
	private static LabRequest asIfAt(String origin, LabRequest request) {
		Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
		headers.put("host", List.of(URI.create(origin).getAuthority()));
		return new LabRequest(request.method(), request.path(), request.query(), headers, request.body());
	}

	@Override
	public void close() {
		this.servers.values().forEach(LabServer::close);
	}

}
