package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.SSLContext;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.faults.DisturbedServer;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What goes wrong in process goes wrong as it does over sockets and TLS: the wizard's
 * client reports the same of both.
 */
class HonestFaultsTests {

	private static final HttpProperties PATIENT = limits(Duration.ofSeconds(15));

	private static final HttpProperties HURRIED = limits(Duration.ofMillis(300));

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private static final TlsTrust CHOSEN = TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint()));

	private static final Set<Fault> SLOW = EnumSet.of(Fault.SILENT_BEFORE, Fault.SILENT_AFTER, Fault.LATE_5,
			Fault.LATE_20, Fault.LATE_45, Fault.SLOW_BODY);

	private static final LabHandler ANSWERING = (request) -> LabResponse.of(200, "application/json",
			"{\"success\":true,\"data\":{\"name\":\"something long enough to be cut in two\"}}");

	private final VirtualTime time = new VirtualTime();

	@ParameterizedTest
	@MethodSource("io.github.dsmsso.lab.faults.Fault#ofAServer")
	void anAnswerIsSpoiledAlike(Fault fault) {
		try (LabServer server = LabServer.https(suffering(fault), CERTIFICATE, 0)) {
			HttpProperties limits = SLOW.contains(fault) ? HURRIED : PATIENT;
			Peer peer = new Peer(BaseUrl.parse("https://localhost:" + server.port()), CHOSEN);
			assertThat(inProcess(fault, peer, limits)).isEqualTo(overSockets(peer, limits));
		}
	}

	@Test
	void aRefusedConnection() throws IOException {
		assertAlike(Fault.REFUSED, new Peer(BaseUrl.parse("https://localhost:" + freePort()), CHOSEN), Kind.REFUSED);
	}

	@Test
	void anUnknownName() {
		assertAlike(Fault.NAME_UNKNOWN, new Peer(BaseUrl.parse("https://nas.invalid"), CHOSEN), Kind.NAME_NOT_FOUND);
	}

	/** Where the system does not drop what its queue cannot hold, this cannot be made. */
	@Test
	void aConnectionThatNeverComesAbout() throws IOException {
		HttpProperties limits = new HttpProperties(Duration.ofMillis(300), Duration.ofSeconds(15),
				DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 4);
		try (FullPort port = new FullPort()) {
			assumeThat(port.isFull()).isTrue();
			assertThat(inProcess(Fault.UNREACHABLE, at(port.number(), CHOSEN), limits))
				.isEqualTo(overSockets(at(port.number(), CHOSEN), limits))
				.startsWith("UNREACHABLE");
		}
	}

	@Test
	void aPortThatSpeaksInClearText() throws IOException {
		try (PlainSpokenPort port = new PlainSpokenPort()) {
			assertAlike(Fault.NOT_TLS, at(port.number(), CHOSEN), Kind.NOT_TLS);
		}
	}

	@Test
	void aHandshakeThatTheServerEnds() throws Exception {
		try (ServerSocket keyless = keyless()) {
			assertAlike(Fault.TLS_REFUSED, at(keyless.getLocalPort(), CHOSEN), Kind.TLS_FAILED);
		}
	}

	@Test
	void aServerThatWantsACertificateOfTheCaller() {
		try (LabServer server = LabServer.httpsWithClientCertificates(ANSWERING, CERTIFICATE)) {
			assertThat(overSockets(at(server.port(), CHOSEN), PATIENT)).startsWith("CLIENT_CERTIFICATE");
		}
	}

	@Test
	void anotherCertificateThanTheChosenOne() {
		try (LabServer server = LabServer.https(ANSWERING, LabCertificate.selfSigned("localhost"), 0)) {
			assertAlike(Fault.OTHER_CERTIFICATE, at(server.port(), CHOSEN), Kind.CERTIFICATE_CHANGED);
		}
	}

	@Test
	void aCertificateThatNobodyVouchesFor() {
		try (LabServer server = LabServer.https(ANSWERING, CERTIFICATE, 0)) {
			assertAlike(Fault.OTHER_CERTIFICATE, at(server.port(), TlsTrust.publicAuthorities()), Kind.NOT_TRUSTED);
		}
	}

	@Test
	void waitingTakesTimeByTheClockOfTheLaboratory() {
		Peer peer = at(1, CHOSEN);
		assertThat(passedFor(Fault.REFUSED, peer)).isZero();
		assertThat(passedFor(Fault.UNREACHABLE, peer)).isEqualTo(PATIENT.connectTimeout());
		assertThat(passedFor(Fault.SILENT_BEFORE, peer)).isEqualTo(PATIENT.deadline());
		assertThat(passedFor(Fault.SLOW_BODY, peer)).isEqualTo(PATIENT.deadline());
	}

	private Duration passedFor(Fault fault, Peer peer) {
		Instant before = this.time.instant();
		inProcess(fault, peer, PATIENT);
		return Duration.between(before, this.time.instant());
	}

	private void assertAlike(Fault fault, Peer peer, Kind kind) {
		assertThat(inProcess(fault, peer, PATIENT)).isEqualTo(overSockets(peer, PATIENT)).startsWith(kind.name());
	}

	private String inProcess(Fault fault, Peer peer, HttpProperties limits) {
		InProcessPeers peers = new InProcessPeers(this.time, limits).at(peer.address().toString(), suffering(fault));
		return told(new PeerClients(peers, limits).clientFor(peer));
	}

	private static String overSockets(Peer peer, HttpProperties limits) {
		return told(new PeerClients(new JdkPeerConnectors(limits, TestPeerClients.anywhere()), limits).clientFor(peer));
	}

	/** What a client gets to know of a call. */
	private static String told(PeerClient client) {
		try {
			HttpAnswer answer = client.postForm("webapi/entry.cgi", Map.of("api", "SYNO.API.Info"), Map.of()).block();
			return "HTTP " + answer.status() + " " + answer.json() + " " + answer.location();
		}
		catch (ApiException ex) {
			ApiFailure failure = ex.failure();
			// Two clocks run out at the same time, and either may be the first.
			return failure.kind() + ((failure.kind() == Kind.TOO_SLOW) ? "" : " " + failure.detail());
		}
	}

	private LabHandler suffering(Fault fault) {
		return new DisturbedServer(ANSWERING, this.time).suffers(fault, Calls.all(Calls.any()));
	}

	private static Peer at(int port, TlsTrust trust) {
		return new Peer(BaseUrl.parse("https://localhost:" + port), trust);
	}

	private static HttpProperties limits(Duration deadline) {
		return new HttpProperties(Duration.ofSeconds(5), deadline, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 4);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** A TLS server that has nothing to present. */
	private static ServerSocket keyless() throws GeneralSecurityException, IOException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, null, null);
		ServerSocket socket = context.getServerSocketFactory()
			.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> {
			try (Socket caller = socket.accept()) {
				caller.getInputStream().read();
			}
			catch (IOException ex) {
				// The handshake has failed, as it was to.
			}
		});
		thread.setDaemon(true);
		thread.start();
		return socket;
	}

}
