package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.KnownBad;
import io.github.dsmsso.wizard.OtherWizard;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.verify.DefaultLoginOffer;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the two gates of SSO by default: nobody gets through the first without a
 * sign-in that was seen, or through the second by a click alone.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class DefaultLoginGateTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages wizard;

	private void connectsAt(int port) {
		this.wizard = new WizardPages(port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.wizard.goesTo("/prove");
	}

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void itIsNotSwitchedOnBeforeAnAdministratorWasSeenToComeIn() {
		connectsAt(this.port);
		assertThatItIsNotSwitchedOnUnproven();
	}

	@Test
	void aWizardThatSwitchesItOnWithoutProofIsFound() {
		assertFound(20, "SSO by default without proof", new OfferWithoutProof(),
				this::assertThatItIsNotSwitchedOnUnproven);
	}

	/** Also where the form is forged that the page does not show. */
	private void assertThatItIsNotSwitchedOnUnproven() {
		this.wizard.goesTo("/default");
		assertThat(this.wizard.text()).contains(say("problem.default.not-proven.what"))
			.doesNotContain("Turn on SSO by default for");

		this.wizard.page().getForms().get(0).setActionAttribute("/default/on?acknowledged=default.same-host");
		this.wizard.press("Dark theme");

		assertThat((Object) this.wizard.page().querySelector(".error-summary")).isNotNull();
		assertThat(this.wizard.text()).contains(say("problem.default.not-proven.what"));
		assertThat(this.lab.nas().sso().defaultLogin()).isFalse();
	}

	@Test
	void aClickAloneKeepsNothing() {
		connectsAt(this.port);
		assertThatAClickAloneKeepsNothing();
		this.wizard.press("Turn off SSO by default now").awaitsTheEndOfTheTrial();
		assertThat(this.wizard.heading()).isEqualTo("SSO by default is off again");
	}

	@Test
	void aWizardThatAClickAloneConvincesIsFound() {
		assertFound(21, "SSO by default kept by a click alone", new OfferContentWithAClick(),
				this::assertThatAClickAloneKeepsNothing);
	}

	/** Asked to decide once more, somebody would be told that it is over. */
	@Test
	void whatWasDecidedIsNotAskedAgainWhileItIsBeingDone() {
		connectsAt(this.port);
		beginsTheTrial();
		assertThat(this.wizard.press("Turn off SSO by default now").heading())
			.isNotEqualTo("SSO by default is on trial: sign in now");
		assertThat(this.wizard.awaitsTheEndOfTheTrial().heading()).isEqualTo("SSO by default is off again");

		this.wizard.goesTo("/prove");
		beginsTheTrial();
		assertThat(this.wizard.tick("statement", "true").press("Keep SSO by default").heading())
			.isNotEqualTo("SSO by default is on trial: sign in now");
		assertThat(this.wizard.awaitsTheEndOfTheTrial().heading()).isEqualTo("SSO by default is on");
	}

	/**
	 * The second session finds the connection complete, and makes it the default only.
	 */
	@Test
	void aSessionWhoseOnlyRunWasTheTrialTellsItAndUndoesIt() {
		connectsAt(this.port);
		this.wizard.close();
		this.applier.forget();
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan().goesTo("/prove");
		beginsTheTrial();
		this.wizard.tick("statement", "true").press("Keep SSO by default").awaitsTheEndOfTheTrial();

		this.wizard.goesTo("/record");
		assertThat(this.wizard.text()).contains(say("record.outcome.APPLIED"))
			.doesNotContain(say("record.outcome.none"));
		this.wizard.undoesEverything();

		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.lab.nas().sso().defaultLogin()).isFalse();
		assertThat(this.lab.nas().sso().offersOidc()).isTrue();
	}

	private void assertThatAClickAloneKeepsNothing() {
		beginsTheTrial();

		this.wizard.press("Keep SSO by default");

		assertThat(this.wizard.text()).contains(say("problem.default.nobody-came-in.what"));
		assertThat(this.wizard.heading()).isEqualTo("SSO by default is on trial: sign in now");
	}

	private void beginsTheTrial() {
		new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD);
		this.wizard.press("Check again")
			.goesTo("/default")
			.ticksEveryRisk()
			.press("Turn on SSO by default for 3 minutes")
			.awaitsTheTrial();
		assertThat(this.wizard.heading()).isEqualTo("SSO by default is on trial: sign in now");
	}

	private void assertFound(int number, String mistake, DefaultLoginOffer offer, ThrowingCallable check) {
		try (OtherWizard bad = OtherWizard.with((part) -> (part instanceof DefaultLoginOffer) ? offer : part,
				"--wizard.access.setup-code=false")) {
			connectsAt(bad.port());
			KnownBad.assertFound(number, mistake, check);
		}
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	/** An offer to everybody, whoever was seen to come in. */
	private static final class OfferWithoutProof extends DefaultLoginOffer {

		private static final Set<String> ABOUT_PROOF = Set.of("default.not-proven", "default.not-administrator");

		@Override
		public List<Problem> obstacles(VerificationSubject subject, SignInProof proof) {
			return super.obstacles(subject, proof).stream()
				.filter((obstacle) -> !ABOUT_PROOF.contains(obstacle.code()))
				.toList();
		}

	}

	/** Whoever clicks has come in. */
	private static final class OfferContentWithAClick extends DefaultLoginOffer {

		@Override
		public boolean isProvenByAdministrator(VerificationSubject subject, SignInProof proof) {
			return true;
		}

	}

}
