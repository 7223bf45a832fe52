package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PeerClientTests {

	private static final Map<String, String> NOTHING = Map.of();

	private final PeerClients clients = TestPeerClients.hurried();

	private final Listener listener = Listener.https();

	@AfterEach
	void stop() {
		this.listener.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 409, 429, 500, 502, 503 })
	void anAnswerOfAnyStatusIsAnAnswer(int status) {
		this.listener.answering((answer) -> LabResponse.of(status, "text/plain", (status == 204) ? "" : "x")
			.with("Location", "https://localhost:1/"));
		assertThat(send("GET").status()).isEqualTo(status);
		assertThat(send("POST").status()).isEqualTo(status);
		assertThat(this.listener.heard()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "GET, LOST, ANSWER_LOST", "POST, LOST, ANSWER_LOST", "GET, CUT, ANSWER_LOST", "POST, CUT, ANSWER_LOST",
			"GET, SILENT, TOO_SLOW", "POST, SILENT, TOO_SLOW", "PATCH, LOST, ANSWER_LOST",
			"DELETE, LOST, ANSWER_LOST" })
	void aRequestWhoseAnswerIsLostIsNotRepeated(String method, Delivery delivery, Kind kind) {
		this.listener.answering((answer) -> answer.delivered(delivery));
		assertFails(() -> send(method), kind);
		assertThat(this.listener.heard()).extracting(LabRequest::method).containsExactly(method);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PATCH", "DELETE" })
	void norIsItOnAConnectionThatWasUsedBefore(String method) {
		send(method);
		this.listener.answering((answer) -> answer.delivered(Delivery.LOST));
		assertFails(() -> send(method), Kind.ANSWER_LOST);
		assertThat(this.listener.heard()).hasSize(2);
	}

	@Test
	void anAnswerThatTricklesEndsAtTheDeadline() {
		this.listener
			.answering((answer) -> LabResponse.of(200, "text/plain", "x".repeat(1000)).delivered(Delivery.TRICKLED));
		long start = System.nanoTime();
		assertFails(() -> send("GET"), Kind.TOO_SLOW);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
	}

	@Test
	void anAnswerIsReadUpToItsLimit() {
		this.listener.answering((answer) -> LabResponse.of(200, "text/plain", "x".repeat(64 * 1024)));
		assertThat(send("GET").body()).hasSize(64 * 1024);
		this.listener.answering((answer) -> LabResponse.of(200, "text/plain", "x".repeat(64 * 1024 + 1)));
		assertFails(() -> send("GET"), Kind.TOO_LARGE);
	}

	@Test
	void formValuesStayInTheBody() {
		Peer peer = this.listener.trusted();
		this.clients.clientFor(peer).postForm("a/b", Map.of("k", "ü&=+ 1"), Map.of("X-Token", "t")).block();
		LabRequest request = this.listener.heard().get(0);
		assertThat(request.target()).hasToString("/a/b");
		assertThat(request.formParameters()).containsExactly(Map.entry("k", "ü&=+ 1"));
		assertThat(request.header("X-Token")).isEqualTo("t");
	}

	@Test
	void plainHttpAsksForNoOtherProtocol() {
		try (Listener plain = Listener.http()) {
			get(new Peer(plain.address(), TlsTrust.publicAuthorities()));
			assertThat(plain.heard().get(0).headers()).doesNotContainKeys("upgrade", "http2-settings")
				.containsEntry("user-agent", List.of("dsm-sso-wizard"));
		}
	}

	@Test
	void aPortThatSpeaksPlainHttpIsNoTls() throws IOException {
		try (PlainSpokenPort port = new PlainSpokenPort()) {
			assertNothingSent(() -> get(at("https://localhost:" + port.number())), Kind.NOT_TLS);
		}
	}

	@Test
	void aPortWhereNobodyListensRefuses() throws IOException {
		Peer nobody = at("https://localhost:" + freePort());
		assertNothingSent(() -> get(nobody), Kind.REFUSED);
	}

	@Test
	void aNameThatNobodyKnowsIsNotFound() {
		assertNothingSent(() -> get(at("https://nas.invalid")), Kind.NAME_NOT_FOUND);
	}

	@Test
	void aPortThatNeverShakesHandsIsTooSlow() throws IOException {
		try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(ApiException.class)
				.isThrownBy(() -> get(at("https://localhost:" + mute.getLocalPort())))
				.satisfies((ex) -> assertThat(ex.failure().kind()).isIn(Kind.TOO_SLOW, Kind.UNREACHABLE));
		}
	}

	@Test
	void aFailureTellsNeitherPathNorHeaderNorBody() {
		this.listener.answering((answer) -> answer.delivered(Delivery.LOST));
		Mono<HttpAnswer> call = this.clients.clientFor(this.listener.trusted())
			.postForm("hidden-path", Map.of("passwd", "hidden-value"), Map.of("X-Token", "hidden-header"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(call::block)
			.satisfies((ex) -> assertThat(ex.getMessage() + ex.problem()).doesNotContain("hidden"));
	}

	private HttpAnswer send(String method) {
		PeerClient client = this.clients.clientFor(this.listener.trusted());
		return (method.equals("POST") ? client.postForm("x", Map.of("a", "b"), NOTHING)
				: client.send(HttpMethod.valueOf(method), "x", NOTHING))
			.block();
	}

	private HttpAnswer get(Peer peer) {
		return this.clients.clientFor(peer).get("", NOTHING).block();
	}

	private static Peer at(String address) {
		return new Peer(BaseUrl.parse(address), TlsTrust.publicAuthorities());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static void assertFails(Runnable call, Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call::run).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(kind);
			assertThat(ex.failure().nothingSent()).isFalse();
		});
	}

	private static void assertNothingSent(Runnable call, Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call::run).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(kind);
			assertThat(ex.failure().nothingSent()).isTrue();
		});
	}

}
