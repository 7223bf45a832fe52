package io.github.dsmsso.wizard.verify;

import java.time.Duration;
import java.util.List;

import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is seen of a connection that the wizard has made, and of people who sign in by it.
 */
class VerifierTests {

	private static final Bench BENCH = Bench.usual();

	private static final RedirectUri NAS = RedirectUri.of(BaseUrl.parse("https://nas.example:5001"));

	/** Everybody's in the laboratory. */
	private static final String PASSWORD = "laboratory";

	private final SignInWatch watch = BENCH.bean(SignInWatch.class);

	@BeforeEach
	void connect() {
		BENCH.startOver();
		BENCH.start(BENCH.plan());
	}

	@AfterAll
	static void close() {
		BENCH.close();
	}

	@Test
	void aConnectionThatTheWizardMadeIsSeenInFull() {
		CheckReport report = verifier().verify(subject());
		assertThat(report.results()).extracting(CheckResult::verdict).doesNotContain(Verdict.FAIL);
		assertThat(report.results()).noneMatch(CheckResult::isUnseen).noneMatch(CheckResult::isDependent);
		assertThat(report.people()).isNotNull();
		assertThat(report.people().gettingIn()).extracting(Person::username).contains("anna");
		assertThat(report.of("user-claim").orElseThrow().evidence())
			.contains(new Evidence("claim-sample", "Carla → Carla"));
		assertThat(report.of("renaming").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
		assertThat(report.of("clocks").orElseThrow().finding()).isEqualTo("agree");
	}

	@Test
	void whoSignsInIsSeenFromNobodyToTheSession() {
		SignIn signIn = new SignIn();
		assertThat(signIn.look().stage()).isEqualTo(Stage.NOBODY_YET);
		BENCH.visitor().codeFor("anna", PASSWORD);
		assertThat(signIn.look().stage()).isEqualTo(Stage.LET_IN_BY_AUTHENTIK);
		BENCH.visitor().signIn("anna", PASSWORD);
		assertThat(signIn.look()).returns(Stage.SIGNED_IN, SignInProof::stage)
			.returns(List.of("anna"), SignInProof::usernames)
			.returns(List.of("anna"), SignInProof::accounts);
	}

	@Test
	void whoWasSignedInBeforeIsNoProof() {
		BENCH.visitor().signIn("anna", PASSWORD);
		BENCH.time().pass(Duration.ofMinutes(1));
		SignIn signIn = new SignIn();
		assertThat(signIn.look().stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(signIn.look().result().finding()).isEqualTo("nobody-yet");
	}

	@Test
	void aSystemThatIsGoneLeavesItOpenWhoSignedIn() {
		SignIn signIn = new SignIn();
		BENCH.nas().sessions().endAll();
		assertThat(signIn.look().stage()).isEqualTo(Stage.NOT_SEEN);
		assertThat(signIn.look().result().cause()).isNotNull();
	}

	@Test
	void whatIsCheckedAfterASignInKnowsOfIt() {
		Verification before = verifier().verify(subject(), null);
		assertThat(before.signIn().stage()).isEqualTo(Stage.NOBODY_YET);
		assertThat(before.subject().signInProven()).isFalse();
		BENCH.time().pass(Duration.ofSeconds(5));
		BENCH.visitor().signIn("anna", PASSWORD);
		Verification after = verifier().verify(subject(), before.watched());
		assertThat(after.signIn().isProven()).isTrue();
		assertThat(after.watched()).isEqualTo(before.watched());
		assertThat(after.subject()).isEqualTo(subject().withSignInProven());
		assertThat(verifier().verify(after.subject(), null).subject().signInProven()).as("from now on").isTrue();
	}

	@Test
	void theConnectionThatDsmHoldsIsFoundByWhatItHolds() {
		OidcSso held = BENCH.dsmSession().oidcSso();
		Recognition recognition = new Recognition(held, List.of(NAS), BENCH.authentikClient().providers().list());
		assertThat(VerificationSubject.held(BENCH.connection(), recognition, held)).hasValueSatisfying((found) -> {
			assertThat(found.applicationSlug()).isEqualTo("synology");
			assertThat(found.redirectUri()).isEqualTo(NAS);
			assertThat(found.opened()).isEqualTo(NAS);
		});
		OidcSso blank = new OidcSso("", "", "", Secret.none(), "", "", "", "", "", true);
		Recognition nothing = new Recognition(blank, List.of(NAS), List.of());
		assertThat(VerificationSubject.held(BENCH.connection(), nothing, blank)).isEmpty();
	}

	private static Verifier verifier() {
		return BENCH.bean(Verifier.class);
	}

	private static VerificationSubject subject() {
		return VerificationSubject.wished(BENCH.connection(), "synology", NAS);
	}

	/** A sign-in that is watched for from now on. */
	private final class SignIn {

		private final WatchedSignIn watched = VerifierTests.this.watch.start(subject());

		SignInProof look() {
			BENCH.time().pass(Duration.ofSeconds(1));
			return VerifierTests.this.watch.look(subject(), this.watched);
		}

	}

}
