package io.github.dsmsso.wizard.verify;

import java.time.Instant;
import java.util.List;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for when SSO may become the default way in, and when not. */
class DefaultLoginOfferTests {

	private static final Bench bench = Bench.usual();

	private static final CheckResult RESULT = CheckResult.unknown("sign-in", "nobody-yet");

	private final DefaultLoginOffer offer = new DefaultLoginOffer();

	@BeforeEach
	void startOver() {
		bench.startOver();
	}

	@AfterAll
	static void close() {
		bench.close();
	}

	@Test
	void itIsOfferedAfterAnAdministratorWasSeenToComeIn() {
		assertThat(obstacles(bench, cameIn("anna"))).isEmpty();
		assertThat(this.offer.isProvenByAdministrator(subject(bench), cameIn("anna"))).isTrue();
	}

	@Test
	void itIsNotOfferedBeforeASignInWasSeen() {
		SignInProof nobody = SignInProof.ofNobody(Stage.NOBODY_YET, RESULT);
		assertThat(obstacles(bench, nobody)).containsExactly("default.not-proven");
		assertThat(this.offer.isProvenByAdministrator(subject(bench), nobody)).isFalse();
	}

	@Test
	void aSignInThatDsmDidNotShowProvesNothing() {
		SignInProof halfway = new SignInProof(Stage.LET_IN_BY_AUTHENTIK, List.of("anna"), Instant.EPOCH, List.of(),
				RESULT);
		assertThat(obstacles(bench, halfway)).containsExactly("default.not-proven");
	}

	@Test
	void aSignInByAnybodyElseIsNotEnough() {
		assertThat(obstacles(bench, cameIn("carla"))).containsExactly("default.not-administrator");
		assertThat(this.offer.isProvenByAdministrator(subject(bench), cameIn("carla"))).isFalse();
	}

	@Test
	void whoComesInAfterAnAdministratorDoesNotPushThatOut() {
		assertThat(obstacles(bench, cameIn("carla", "anna"))).isEmpty();
		assertThat(this.offer.isProvenByAdministrator(subject(bench), cameIn("carla", "anna"))).isTrue();
	}

	@Test
	void itIsNotOfferedWithoutALocalAdministrator() {
		bench.nas().account("anna").disabled();
		bench.nas().account("setup-admin").disabled();
		bench.nas().account("otp-admin").disabled();
		assertThat(obstacles(bench, cameIn("anna"))).contains("default.no-local-administrator");
	}

	@Test
	void itIsNotOfferedWhereItIsOnAlready() {
		bench.nas().sso().defaultLogin(true);
		assertThat(obstacles(bench, cameIn("anna"))).containsExactly("default.already-on");
	}

	@Test
	void itIsNotOfferedByADsmWithoutTheSetting() {
		try (Bench old = Bench.of("7.1.1", "2026.5")) {
			assertThat(obstacles(old, cameIn("anna"))).containsExactly("default.no-setting");
		}
	}

	@Test
	void thatAuthentikStandsOnTheNasHasToBeAcknowledged() {
		assertThat(this.offer.risks(subject(bench))).isEmpty();
		VerificationSubject onTheNas = new VerificationSubject(bench.connection(), "synology",
				BaseUrl.parse("https://auth.example:5001"));
		assertThat(this.offer.risks(onTheNas)).extracting(Problem::code).containsExactly("default.same-host");
	}

	private List<String> obstacles(Bench pair, SignInProof proof) {
		return this.offer.obstacles(subject(pair), proof).stream().map(Problem::code).toList();
	}

	private static VerificationSubject subject(Bench pair) {
		return new VerificationSubject(pair.connection(), "synology", BaseUrl.parse("https://nas.example:5001"));
	}

	private static SignInProof cameIn(String... who) {
		return new SignInProof(Stage.SIGNED_IN, List.of(who), Instant.EPOCH, List.of(who), RESULT);
	}

}
