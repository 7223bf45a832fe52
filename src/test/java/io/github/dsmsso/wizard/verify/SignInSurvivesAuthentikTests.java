package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in is proven, or not called a failure, whatever authentik turns out to do. */
class SignInSurvivesAuthentikTests {

	private static final AnnotationConfigApplicationContext BEANS = new AnnotationConfigApplicationContext();

	@BeforeAll
	static void openTheBeans() {
		LabPairTests.open(BEANS);
	}

	@AfterAll
	static void closeTheBeans() {
		BEANS.close();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.INCLUDE, names = { "IMPLICIT_CONSENT_SHOWS_NO_PAGE", "TOKEN_ANSWER_NAMES_SCOPES",
			"SECRET_READS_AS_A_REFERENCE", "DISCOVERY_SAYS_NO_MORE", "DISCOVERY_IS_NEVER_STALE" })
	void aSignInIsProvenInTheOtherReading(AuthentikAssumption assumption) {
		SignInProof proof = proofOfSignIn(assumption);
		assertThat(proof.stage()).isEqualTo(Stage.SIGNED_IN);
		assertThat(proof.usernames()).containsExactly("anna");
	}

	/** As in builds of 2026.8 before a fix (goauthentik/authentik PR 24819). */
	@Test
	void aSignInThatAuthentikDoesNotLogIsNeitherProvenNorCalledAFailure() {
		SignInProof proof = proofOfSignIn(AuthentikAssumption.AUTHORIZATION_IS_AN_EVENT);
		assertThat(proof.stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(proof.result().finding()).isEqualTo("session-only");
		assertThat(proof.result().verdict()).isEqualTo(Verdict.UNKNOWN);
	}

	private static SignInProof proofOfSignIn(AuthentikAssumption otherwise) {
		try (LabPair pair = LabPair.connected(BEANS, "2026.11")) {
			pair.authentik().world().assume(otherwise, false);
			SignInWatch watch = BEANS.getBean(SignInWatch.class);
			WatchedSignIn watched = watch.start(pair.subject());
			pair.signsIn("anna");
			return watch.look(pair.subject(), watched);
		}
	}

}
