package io.github.dsmsso.wizard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.github.dsmsso.lab.Fault;
import io.github.dsmsso.lab.Gate;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.wizard.OtherWizard;
import io.github.dsmsso.wizard.WizardPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitTests {

	private final LateClock clock = new LateClock();

	private final OtherWizard wizard = OtherWizard.with((part) -> (part instanceof Clock) ? this.clock : part,
			"--wizard.access.setup-code=false");

	private final RawHttp browser = new RawHttp(this.wizard.port());

	@AfterEach
	void close() {
		this.wizard.close();
	}

	@Test
	void aSessionEndsAfterAnHourHoweverBusySomebodyIsInIt() {
		String token = this.browser.get("/").csrf();
		this.clock.late = Duration.ofMinutes(59);
		assertThat(choosesColours(token).status()).isEqualTo(303);
		this.clock.late = Duration.ofMinutes(61);
		RawHttp.Answer answer = choosesColours(token);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("This page was open too long", "Nothing was changed");
	}

	@Test
	void aRunThatSomebodyWatchesIsNotCut() {
		Gate gate = new Gate();
		try (Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
				WizardPages watcher = new WizardPages(this.wizard.port())) {
			watcher.connects(lab).makesThePlan();
			lab.dsm().behind(gate.atFirst(Fault.call("SYNO.Core.Directory.OIDC.SSO", "set")));
			watcher.ticksEveryRisk().confirms();
			gate.reached();
			this.clock.late = Duration.ofMinutes(61);
			assertThat(watcher.goesTo("/apply").page().getUrl().getPath()).isEqualTo("/apply");
			gate.open();
			watcher.awaitsTheEndOfTheRun();
			assertThat(watcher.goesTo("/apply").page().getUrl().getPath()).as("afterwards").isNotEqualTo("/apply");
		}
	}

	@Test
	void signOutAndForgetEndsTheSessionToo() {
		String token = this.browser.get("/").csrf();
		assertThat(this.browser.post("/finish", "_csrf=" + token).header("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith("/finished"));
		assertThat(choosesColours(token).status()).as("the old session").isEqualTo(403);
	}

	private RawHttp.Answer choosesColours(String token) {
		return this.browser.post("/theme", "theme=dark&_csrf=" + token);
	}

	/** Later than the clock on the wall. */
	private static final class LateClock extends Clock {

		private final Clock wall = Clock.systemUTC();

		private volatile Duration late = Duration.ZERO;

		@Override
		public Instant instant() {
			return this.wall.instant().plus(this.late);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
