package io.github.dsmsso.wizard.verify;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.AuthentikEvent;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.dsm.CurrentConnection;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInWatchTests {

	private static final WatchedSignIn WATCHED = new WatchedSignIn(Instant.parse("2026-11-24T08:59:00Z"),
			Instant.parse("2026-11-24T09:04:00Z"), Set.of());

	private static final AuthentikEvent ANNA_LET_IN = event("authorize_application", "anna", "");

	@Test
	void nobodyHasSignedInAsLongAsAuthentikLetNobodyIn() {
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(), List.of(), List.of());
		assertThat(proof.stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(proof.result().verdict()).isEqualTo(Verdict.UNKNOWN);
		Words.areWritten(proof.result());
	}

	@ParameterizedTest
	@CsvSource({ "configuration_error, configuration-error", "login_failed, login-failed",
			"property_mapping_exception, property-mapping-exception" })
	void failureThatAuthentikNotedIsToldInItsOwnWords(String action, String finding) {
		AuthentikEvent failure = event(action, "AnonymousUser", "Invalid redirect URI used by provider");
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(), List.of(failure), List.of());
		assertThat(proof.stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(proof.result().verdict()).isEqualTo(Verdict.WARN);
		assertThat(proof.result().finding()).isEqualTo(finding);
		assertThat(proof.result().evidence()).extracting(Evidence::value)
			.singleElement()
			.asString()
			.contains(action, "Invalid redirect URI used by provider");
		Words.areWritten(proof.result());
	}

	@Test
	void sessionThatAuthentikKnowsNothingOfIsNoProof() {
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(), List.of(), List.of(session("anna")));
		assertThat(proof.stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(proof.result().finding()).isEqualTo("session-only");
		Words.areWritten(proof.result());
	}

	@Test
	void failureAfterAuthentikLetSomeoneInIsShownBesideIt() {
		AuthentikEvent failure = event("configuration_error", "AnonymousUser", "Invalid redirect URI used by provider");
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(ANNA_LET_IN), List.of(failure), List.of());
		assertThat(proof.result().finding()).isEqualTo("no-session");
		assertThat(proof.result().evidence()).hasSize(2);
	}

	@Test
	void letInByAuthentikIsNotYetSignedInToDsm() {
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(ANNA_LET_IN), List.of(), List.of(session("carla")));
		assertThat(proof.stage()).isEqualTo(Stage.LET_IN_BY_AUTHENTIK);
		assertThat(proof.isProven()).isFalse();
		assertThat(proof.result().arguments()).containsExactly("anna");
		assertThat(proof.result().evidence()).contains(new Evidence("dsm-session", "carla"));
		Words.areWritten(proof.result());
	}

	@Test
	void newSessionOfTheOneWhomAuthentikLetInIsTheProof() {
		SignInProof proof = SignInWatch.proof(WATCHED, List.of(ANNA_LET_IN), List.of(),
				List.of(session("carla"), session("anna")));
		assertThat(proof.isProven()).isTrue();
		assertThat(proof.letInAt()).as("By the clock of this machine").isEqualTo("2026-11-24T09:05:00Z");
		assertThat(proof.usernames()).containsExactly("anna");
		assertThat(proof.result().verdict()).isEqualTo(Verdict.PASS);
		Words.areWritten(proof.result());
	}

	@Test
	void everyoneWhoCameInIsTold() {
		SignInProof proof = SignInWatch.proof(WATCHED,
				List.of(event("authorize_application", "grace", ""), ANNA_LET_IN), List.of(),
				List.of(session("anna"), session("carla"), session("grace")));
		assertThat(proof.accounts()).containsExactly("grace", "anna");
		assertThat(proof.result().evidence()).extracting(Evidence::value).contains("grace", "anna");
		Words.areWritten(proof.result());
	}

	@Test
	void sessionOfADirectoryAccountIsRecognisedByItsShortName() {
		assertThat(
				SignInWatch.proof(WATCHED, List.of(ANNA_LET_IN), List.of(), List.of(session("CORP\\anna"))).isProven())
			.isTrue();
	}

	@Test
	void everyoneWhomAuthentikLetInIsListedOnce() {
		SignInProof proof = SignInWatch.proof(WATCHED,
				List.of(event("authorize_application", "carla", ""), ANNA_LET_IN, ANNA_LET_IN), List.of(), List.of());
		assertThat(proof.usernames()).containsExactly("carla", "anna");
	}

	private static AuthentikEvent event(String action, String username, String message) {
		return new AuthentikEvent(action, username, Instant.parse("2026-11-24T09:00:00Z"), message);
	}

	private static CurrentConnection session(String who) {
		return new CurrentConnection(who, "10.0.0.9", "HTTP/HTTPS", "DiskStation Manager", "2026/11/24 10:00:03");
	}

}
