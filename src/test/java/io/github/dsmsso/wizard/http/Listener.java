package io.github.dsmsso.wizard.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * A server that answers everything alike and remembers what it heard.
 */
final class Listener implements AutoCloseable {

	static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final List<LabRequest> heard = new CopyOnWriteArrayList<>();

	private final LabServer server;

	private final String scheme;

	private volatile LabResponse answer = LabResponse.of(200, "application/json", "{\"ok\":true}");

	private Listener(String scheme, LabCertificate certificate) {
		this.scheme = scheme;
		this.server = scheme.equals("https") ? LabServer.https(this::handle, certificate, 0)
				: LabServer.http(this::handle, 0);
	}

	static Listener https() {
		return presenting(CERTIFICATE);
	}

	static Listener presenting(LabCertificate certificate) {
		return new Listener("https", certificate);
	}

	static Listener http() {
		return new Listener("http", CERTIFICATE);
	}

	Listener answering(UnaryOperator<LabResponse> change) {
		this.answer = change.apply(this.answer);
		return this;
	}

	List<LabRequest> heard() {
		return this.heard;
	}

	LabServer server() {
		return this.server;
	}

	/** By name where it speaks TLS: plain HTTP is for literal addresses alone. */
	BaseUrl address() {
		return BaseUrl.parse(this.scheme + "://" + (this.scheme.equals("https") ? "localhost" : "127.0.0.1") + ":"
				+ this.server.port());
	}

	Peer trusted() {
		return trusted(CERTIFICATE);
	}

	Peer trusted(LabCertificate certificate) {
		return new Peer(address(), TlsTrust.in(new Fingerprint(certificate.fingerprint())));
	}

	Peer byPublicAuthorities() {
		return new Peer(address(), TlsTrust.publicAuthorities());
	}

	private LabResponse handle(LabRequest request) {
		this.heard.add(request);
		return this.answer;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
