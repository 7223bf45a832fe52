package io.github.dsmsso.lab.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.CallName;
import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Recording;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for what a call suffers, and for which call it is. */
class FaultTests {

	private static final String DONE = "{\"success\":true,\"data\":{\"name\":\"it is done\",\"count\":1}}";

	private final VirtualTime time = new VirtualTime();

	private final List<String> processed = new ArrayList<>();

	private final DisturbedServer server = new DisturbedServer(this::process, this.time);

	static Set<Fault> afterwards() {
		return EnumSet.of(Fault.LOST_AFTER, Fault.SILENT_AFTER, Fault.SLOW_BODY, Fault.SERVER_ERROR_AFTER,
				Fault.MALFORMED, Fault.WRONG_CONTENT_TYPE, Fault.TRUNCATED_AFTER, Fault.CUT, Fault.GIGANTIC, Fault.DEEP,
				Fault.GZIP_BOMB, Fault.FIELDS_MISSING, Fault.FIELDS_RENAMED, Fault.FIELDS_OF_OTHER_TYPE,
				Fault.FIELDS_ADDED, Fault.FIELDS_TWICE);
	}

	static Set<Fault> instead() {
		return EnumSet.complementOf(EnumSet.copyOf(afterwards()));
	}

	@Test
	void theCatalogueIsComplete() {
		Stream<String> inACall = IntStream.rangeClosed(1, 27).mapToObj("F%02d"::formatted);
		assertThat(inACall).allSatisfy((number) -> assertThat(Fault.numbered(number)).isNotEmpty());
	}

	@ParameterizedTest
	@MethodSource("afterwards")
	void theRequestIsDoneAndTheAnswerIsSpoiled(Fault fault) {
		this.server.suffers(fault, Calls.first(Calls.any()));
		LabResponse response = dsm("set");
		assertThat(this.processed).hasSize(1);
		assertThat(response).satisfiesAnyOf((answer) -> assertThat(answer.text()).isNotEqualTo(DONE),
				(answer) -> assertThat(answer.delivery()).isNotEqualTo(Delivery.WHOLE),
				(answer) -> assertThat(answer.headers()).doesNotContainValue(List.of("application/json")));
	}

	@ParameterizedTest
	@MethodSource("instead")
	void theRequestIsNotDone(Fault fault) {
		this.server.suffers(fault, Calls.first(Calls.any()));
		assertThat(dsm("set").text()).isNotEqualTo(DONE);
		assertThat(this.processed).isEmpty();
		assertThat(dsm("set").text()).isEqualTo(DONE);
	}

	@ParameterizedTest
	@CsvSource({ "LATE_5, 5", "LATE_20, 20", "LATE_45, 45" })
	void aLateRequestIsDoneWhenTheCallerHasLongGivenUp(Fault fault, int seconds) {
		this.server.suffers(fault, Calls.first(Calls.any()));
		assertThat(dsm("set").delivery()).isEqualTo(Delivery.SILENT);
		this.time.pass(Duration.ofSeconds(15 + seconds - 1));
		assertThat(this.processed).isEmpty();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(this.processed).containsExactly("SYNO.Test set");
	}

	@Test
	void eachSystemRefusesInItsOwnWords() {
		this.server.suffers(Fault.NOT_PERMITTED, Calls.all(Calls.any()));
		assertThat(dsm("set").text()).contains("105");
		assertThat(authentik("POST", "/api/v3/core/applications/").status()).isEqualTo(403);
		assertThat(send("GET", "/", "").headers()).containsEntry("Content-Type", List.of("text/html; charset=utf-8"));
	}

	@Test
	void anInternalErrorOfAuthentikIsNoErrorToAWrite() {
		this.server.suffers(Fault.INTERNAL_ERROR, Calls.all(Calls.any()));
		LabResponse write = authentik("PATCH", "/api/v3/core/applications/nas/");
		assertThat(write.status()).isEqualTo(405);
		assertThat(write.text()).isEmpty();
		assertThat(write.headers()).containsEntry("Allow", List.of("GET, HEAD, OPTIONS"))
			.containsEntry("Content-Type", List.of("text/html; charset=utf-8"))
			.containsKey("X-authentik-id");
		assertThat(authentik("GET", "/api/v3/core/applications/nas/").status()).isEqualTo(500);
		assertThat(dsm("set").status()).isEqualTo(500);
	}

	@Test
	void driftIsInTheObjectThatIsAskedFor() {
		LabResponse page = LabResponse.of(200, "application/json",
				"{\"pagination\":{\"next\":0},\"results\":[{\"pk\":1,\"name\":\"a\"}]}");
		assertThat(Drift.missing(page).text()).isEqualTo("{\"pagination\":{\"next\":0},\"results\":[{}]}");
		assertThat(Drift.renamed(page).text()).contains("{\"pk_v2\":1,\"name_v2\":\"a\"}");
		assertThat(Drift.otherType(page).text()).contains("{\"pk\":\"1\",\"name\":[\"a\"]}");
		assertThat(Drift.extra(page).text()).contains("\"pk\":1", "x_unheard_of");
		assertThat(Drift.duplicate(LabResponse.of(200, "application/json", "{\"a\":1}")).text())
			.isEqualTo("{\"a\":1,\"a\":1}");
	}

	@Test
	void theNthCallOfAName() {
		this.server.suffers(Fault.LOST_BEFORE, Calls.nth(2, Calls.named("SYNO.Test set")));
		assertThat(Stream.of("set", "get", "set", "set").map(this::dsm).map(LabResponse::delivery))
			.containsExactly(Delivery.WHOLE, Delivery.WHOLE, Delivery.LOST, Delivery.WHOLE);
	}

	@Test
	void severalCallsOfANameInARow() {
		this.server.suffers(Fault.LOST_BEFORE, Calls.first(Calls.named("SYNO.Test set")).repeatedly(2));
		assertThat(Stream.of("set", "get", "set", "set").map(this::dsm).map(LabResponse::delivery))
			.containsExactly(Delivery.LOST, Delivery.WHOLE, Delivery.LOST, Delivery.WHOLE);
	}

	@Test
	void aServerThatIsGoneFromACallOn() {
		this.server.suffers(Fault.REFUSED, Calls.nth(2, Calls.named("SYNO.Test get")).andAllAfter());
		assertThat(Stream.of("get", "set", "get", "set", "get").map(this::dsm).map(LabResponse::delivery))
			.containsExactly(Delivery.WHOLE, Delivery.WHOLE, Delivery.REFUSED, Delivery.REFUSED, Delivery.REFUSED);
		this.server.heal();
		assertThat(dsm("get").delivery()).isEqualTo(Delivery.WHOLE);
	}

	@Test
	void somebodyElseIsFaster() {
		this.server.suffers(Disturbance.meanwhile(() -> this.processed.add("an edit")), Calls.first(Calls.any()));
		dsm("set");
		assertThat(this.processed).containsExactly("an edit", "SYNO.Test set");
	}

	@Test
	void aRecordingListsTheSitesOfARun() {
		Recording recording = new Recording(this.time);
		LabHandler recorded = recording.of(Side.AUTHENTIK, this.server);
		this.server.suffers(Fault.LOST_BEFORE, Calls.first(Calls.any()));
		for (String path : List.of("/providers/oauth2/7/", "/providers/oauth2/8/", "/providers/oauth2/")) {
			recorded.handle(request("POST", "/api/v3" + path, ""));
			this.time.pass(Duration.ofSeconds(1));
		}
		assertThat(recording.sites()).extracting(CallSite::toString)
			.containsExactly("AUTHENTIK POST /providers/oauth2/{id}/ #1", "AUTHENTIK POST /providers/oauth2/{id}/ #2",
					"AUTHENTIK POST /providers/oauth2/ #1");
		assertThat(recording.writes()).hasSize(3);
		assertThat(recording.exchanges().get(2).at()).isEqualTo(this.time.instant().minusSeconds(1));
		assertThat(recording.startAnew().sites()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/v3/core/applications/synology/, GET /core/applications/{slug}/, false",
			"PATCH, /api/v3/core/applications/synology/, PATCH /core/applications/{slug}/, true",
			"GET, /sub/api/v3/core/applications/?name=x, GET /core/applications/, false",
			"DELETE, /api/v3/policies/bindings/2d5a6c1e-0f5b-4f0e-9a51-0f2a6ce0a001/, DELETE /policies/bindings/{id}/, true",
			"GET, /application/o/synology/.well-known/openid-configuration, GET /application/o/{slug}/.well-known/openid-configuration, false",
			"POST, /application/o/token/, POST /application/o/token/, false",
			"GET, /index.cgi?a=b, GET /index.cgi, false" })
	void aCallHasTheSameNameWhicheverObjectItIsAbout(String method, String target, String name, boolean write) {
		assertThat(CallName.of(request(method, target, ""))).isEqualTo(new CallName(name, write));
	}

	private LabResponse process(LabRequest request) {
		this.processed.add(CallName.of(request).text());
		return LabResponse.of(200, "application/json", DONE);
	}

	private LabResponse dsm(String method) {
		return send("POST", "/webapi/entry.cgi", "api=SYNO.Test&version=1&method=" + method);
	}

	private LabResponse authentik(String method, String target) {
		return send(method, target, "{}");
	}

	private LabResponse send(String method, String target, String body) {
		return this.server.handle(request(method, target, body));
	}

	private static LabRequest request(String method, String target, String body) {
		return LabRequest.of(method, target, Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
				body.getBytes(StandardCharsets.UTF_8));
	}

}
