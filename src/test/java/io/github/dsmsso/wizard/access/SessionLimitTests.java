package io.github.dsmsso.wizard.access;

import java.time.Clock;
import java.time.Duration;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.time.ShiftedClock;
import io.github.dsmsso.wizard.OtherWizard;
import io.github.dsmsso.wizard.WizardPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLimitTests {

	private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());

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
		this.clock.isAheadBy(Duration.ofMinutes(59));
		assertThat(choosesColours(token).status()).isEqualTo(303);
		this.clock.isAheadBy(Duration.ofMinutes(61));
		RawHttp.Answer answer = choosesColours(token);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Your session has ended", "Nothing was changed");
	}

	@Test
	void aRunThatSomebodyWatchesIsNotCut() {
		CallBarrier gate = new CallBarrier();
		try (Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
				WizardPages watcher = new WizardPages(this.wizard.port())) {
			watcher.connects(lab).makesThePlan();
			lab.dsm().behind(gate.atFirst(Fault.call("SYNO.Core.Directory.OIDC.SSO", "set")));
			watcher.ticksEveryRisk().confirms();
			gate.reached();
			this.clock.isAheadBy(Duration.ofMinutes(61));
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

}
