package io.github.dsmsso.wizard.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.wizard.OtherWizard;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A name is looked up before anything is said to it, and leads nowhere where it leads to
 * what no NAS can be.
 */
class DestinationsTests {

	private static final BaseUrl TRAP = BaseUrl.parse("https://trap.example:5001");

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "169.254.0.1", "fe80::1", "febf::1", "0.0.0.0", "0.1.2.3", "::",
			"224.0.0.1", "239.255.255.250", "ff02::1", "255.255.255.255", "240.0.0.1", "192.0.0.192", "100.100.100.200",
			"168.63.129.16", "fd00:ec2::254", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a9fe:a9fe", "2002:a9fe:a9fe::1",
			"2001:0:a9fe:a9fe::1", "2001:0:5db8::5601:5601", "::a9fe:a9fe", "::ffff:169.254.169.254",
			"fe80::5efe:a9fe:a9fe", "2001:db8::5efe:a9fe:a9fe" })
	void aNameThatLeadsWhereNoServerCanBeIsRefused(String address) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> lookAt(address))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> call(address))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS))
			.satisfies((ex) -> assertThat(ex.failure().nothingSent()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1", "10.0.0.5", "172.16.0.5", "192.168.1.20", "fd12:3456::1", "100.64.0.1",
			"203.0.113.9", "2001:db8::1", "64:ff9b::c0a8:114", "2002:c0a8:114::1" })
	void whereANasIsAtHomeIsAllowed(String address) throws UnknownHostException {
		assertThat(Destinations.isForbidden(InetAddress.getByName(address))).isFalse();
	}

	@Test
	void oneForbiddenAddressAmongSeveralIsEnough() throws UnknownHostException {
		InetAddress[] both = { InetAddress.getByName("192.168.1.20"), InetAddress.getByName("169.254.169.254") };
		assertThatExceptionOfType(Destinations.ForbiddenAddressException.class)
			.isThrownBy(() -> new Destinations((host) -> both).of("trap.example"));
	}

	@Test
	void nothingReachesTheServerBehindIt() {
		try (Listener listener = Listener.https()) {
			PeerClients clients = new PeerClients(
					new JdkPeerConnectors(TestPeerClients.hurry(), leadingTo("169.254.169.254")),
					TestPeerClients.hurry());
			assertThatExceptionOfType(ApiException.class)
				.isThrownBy(() -> clients.clientFor(listener.trusted()).get("", Map.of()).block());
			assertThat(listener.heard()).isEmpty();
		}
	}

	@Test
	void aLookUpThatHangsDoesNotKeepTheCallFromItsDeadline() {
		CountDownLatch never = new CountDownLatch(1);
		try {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> call(new Destinations((host) -> {
				await(never);
				return new InetAddress[] { InetAddress.getLoopbackAddress() };
			}))).satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.TOO_SLOW));
		}
		finally {
			never.countDown();
		}
	}

	private static void await(CountDownLatch latch) throws UnknownHostException {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new UnknownHostException("given up");
		}
	}

	@Test
	void whoTypesSuchANameReadsWhy() {
		try (OtherWizard wizard = OtherWizard.with(
				(part) -> (part instanceof Destinations) ? leadingTo("169.254.169.254") : part,
				"--wizard.access.setup-code=false"); WizardPages pages = new WizardPages(wizard.port())) {
			pages.givesTheNasAddress("https://trap.example:5001");
			assertThat(pages.text()).contains("The name trap.example resolves to an address that neither",
					"Look the name up");
			assertThat(pages.source()).doesNotContain("169.254.169");
		}
	}

	private static void lookAt(String address) {
		new TlsCertificateLook(TestPeerClients.hurry(), leadingTo(address), Clock.systemUTC()).at(TRAP);
	}

	private static void call(String address) {
		call(leadingTo(address));
	}

	private static void call(Destinations destinations) {
		Peer peer = new Peer(TRAP, TlsTrust.publicAuthorities());
		new PeerClients(new JdkPeerConnectors(TestPeerClients.hurry(), destinations), TestPeerClients.hurry())
			.clientFor(peer)
			.get("", Map.of())
			.block();
	}

	private static Destinations leadingTo(String address) {
		return new Destinations((host) -> InetAddress.getAllByName(address));
	}

}
