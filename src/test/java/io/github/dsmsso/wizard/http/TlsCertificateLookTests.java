package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TlsCertificateLookTests {

	private final CertificateLook look = new TlsCertificateLook(TestPeerClients.hurry(), TestPeerClients.anywhere(),
			Clock.systemUTC());

	@Test
	void theCertificateIsDescribed() {
		try (Listener listener = Listener.https()) {
			PresentedCertificate certificate = this.look.at(listener.address());
			assertThat(certificate.fingerprint().value()).isEqualTo(Listener.CERTIFICATE.fingerprint());
			assertThat(certificate.subject()).isEqualTo("localhost");
			assertThat(certificate.issuer()).isEqualTo("localhost");
			assertThat(certificate.names()).containsExactly("localhost");
			assertThat(certificate.trusted()).isFalse();
			assertThat(certificate.forThisName()).isTrue();
			assertThat(certificate.inDate()).isTrue();
		}
	}

	@Test
	void lookingSendsNoRequest() {
		try (Listener listener = Listener.https()) {
			this.look.at(listener.address());
			assertThat(listener.heard()).isEmpty();
		}
	}

	@Test
	void whatWasLookedAtCanBeTrusted() {
		try (Listener listener = Listener.https()) {
			TlsTrust trust = TlsTrust.in(this.look.at(listener.address()).fingerprint());
			PeerClient client = TestPeerClients.hurried().clientFor(new Peer(listener.address(), trust));
			assertThat(client.get("", Map.of()).block().status()).isEqualTo(200);
		}
	}

	@Test
	void anExpiredCertificateIsSeenAsSuch() {
		try (Listener listener = Listener.presenting(LabCertificate.expired("localhost"))) {
			assertThat(this.look.at(listener.address()).inDate()).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource({ "synology.com, false", "localhost, true", "LOCALHOST, true", "*.localhost, false" })
	void theNameIsCompared(String name, boolean same) {
		try (Listener listener = Listener.presenting(LabCertificate.selfSigned(name))) {
			assertThat(this.look.at(listener.address()).forThisName()).isEqualTo(same);
		}
	}

	@Test
	void anAddressIsComparedWithAddresses() {
		try (Listener listener = Listener.presenting(LabCertificate.selfSigned("127.0.0.1"))) {
			BaseUrl address = BaseUrl.parse("127.0.0.1:" + listener.server().port());
			assertThat(this.look.at(address).forThisName()).isTrue();
			assertThat(this.look.at(listener.address()).forThisName()).isFalse();
		}
	}

	@Test
	void aPortThatSpeaksPlainHttpIsNoTls() throws IOException {
		try (PlainSpokenPort port = new PlainSpokenPort()) {
			assertFails("localhost:" + port.number(), Kind.NOT_TLS);
		}
	}

	@Test
	void aPortWhereNobodyListensRefuses() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertFails("localhost:" + port, Kind.REFUSED);
	}

	@Test
	void aPortThatNeverShakesHandsIsUnreachable() throws IOException {
		try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			assertFails("localhost:" + mute.getLocalPort(), Kind.UNREACHABLE);
		}
	}

	@Test
	void aNameThatNobodyKnowsIsNotFound() {
		assertFails("nas.invalid", Kind.NAME_NOT_FOUND);
	}

	private void assertFails(String address, Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.look.at(BaseUrl.parse(address)))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(kind));
	}

}
