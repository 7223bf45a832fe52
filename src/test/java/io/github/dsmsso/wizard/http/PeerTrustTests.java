package io.github.dsmsso.wizard.http;

import java.util.Map;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.KnownBad;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PeerTrustTests {

	private final PeerClients clients = TestPeerClients.hurried();

	@Test
	void theChosenCertificateIsAccepted() {
		try (Listener listener = Listener.https()) {
			assertThat(get(listener.trusted()).status()).isEqualTo(200);
		}
	}

	@Test
	void aCertificateOfOnesOwnIsNotTrustedUnlessChosen() {
		try (Listener listener = Listener.https()) {
			assertFails(listener, listener.byPublicAuthorities(), Kind.NOT_TRUSTED);
		}
	}

	@Test
	void anotherCertificateThanTheChosenIsAChange() {
		try (Listener listener = Listener.https()) {
			assertFails(listener, listener.trusted(LabCertificate.selfSigned("localhost")), Kind.CERTIFICATE_CHANGED);
		}
	}

	@Test
	void aCertificateThatChangesBetweenTwoCallsEndsTheRun() {
		assertThatAChangedCertificateEndsTheRun(this.clients);
	}

	@Test
	void aWizardThatLooksAtTheFirstHandshakeOnlyIsFound() {
		KnownBad.assertFound(24, "certificate checked once",
				() -> assertThatAChangedCertificateEndsTheRun(OtherTls.contentOnce()));
	}

	/** A server of Java 25 resumes no session once its own certificate has changed. */
	@Test
	@EnabledOnJre(JRE.JAVA_17)
	void aWizardThatResumesSessionsIsFound() {
		KnownBad.assertFound(24, "TLS sessions resumed",
				() -> assertThatAChangedCertificateEndsTheRun(OtherTls.resuming()));
	}

	private static void assertThatAChangedCertificateEndsTheRun(PeerClients clients) {
		try (Listener listener = Listener.https()) {
			listener.answering((answer) -> answer.with("Connection", "close"));
			get(clients, listener.trusted());
			listener.server().present(LabCertificate.selfSigned("localhost"));
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> get(clients, listener.trusted()))
				.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.CERTIFICATE_CHANGED));
			assertThat(listener.heard()).hasSize(1);
		}
	}

	@Test
	void aChosenCertificateMayBeOutOfDate() {
		LabCertificate expired = LabCertificate.expired("localhost");
		try (Listener listener = Listener.presenting(expired)) {
			assertThat(get(listener.trusted(expired)).status()).isEqualTo(200);
		}
	}

	@Test
	void aChosenCertificateMayNameSomebodyElse() {
		LabCertificate factory = LabCertificate.selfSigned("synology.com");
		try (Listener listener = Listener.presenting(factory)) {
			assertThat(get(listener.trusted(factory)).status()).isEqualTo(200);
		}
	}

	private void assertFails(Listener listener, Peer peer, Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> get(peer)).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(kind);
			assertThat(ex.failure().nothingSent()).isTrue();
			assertThat(ex.failure().address()).isEqualTo(listener.address());
		});
		assertThat(listener.heard()).isEmpty();
	}

	private HttpAnswer get(Peer peer) {
		return get(this.clients, peer);
	}

	private static HttpAnswer get(PeerClients clients, Peer peer) {
		return clients.clientFor(peer).get("", Map.of()).block();
	}

}
