package io.github.dsmsso.wizard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the bench itself: its record of a run, its clock, its faults. */
class BenchTests {

	private final Bench bench = Bench.usual();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void twoCleanRunsHaveTheSameSites() {
		List<CallSite> first = sitesOfACleanRun(this.bench);
		// Both systems are read at the same time.
		assertThat(sitesOfACleanRun(this.bench.startOver())).containsExactlyInAnyOrderElementsOf(first);
		assertThat(first).filteredOn((site) -> site.isRequest() && site.call().isWrite())
			.extracting(CallSite::toString)
			.containsExactly("AUTHENTIK POST /providers/oauth2/ #1", "AUTHENTIK POST /core/applications/ #1",
					"DSM SYNO.Core.Directory.OIDC.SSO set #1", "DSM SYNO.Core.Directory.SSO.Profile set #1");
		Figures.keep("call-sites", Map.of("apply", first.size()));
	}

	@Test
	void lookingWritesNothing() {
		this.bench.plan();
		assertThat(this.bench.recording().exchanges()).isNotEmpty();
		assertThat(this.bench.recording().writes()).isEmpty();
	}

	@Test
	void startingOverLeavesNothingOfTheRunBefore() {
		sitesOfACleanRun(this.bench);
		this.bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any()));
		assertThat(this.bench.startOver().recording().exchanges()).isEmpty();
		assertThat(this.bench.nas().sso().offersOidc()).isFalse();
		assertThat(sitesOfACleanRun(this.bench)).isNotEmpty();
	}

	@Test
	void aFaultMeetsTheCallAtItsSite() {
		List<CallSite> sites = sitesOfACleanRun(this.bench);
		CallSite last = sites.get(sites.size() - 1);
		Plan plan = this.bench.startOver().plan();
		this.bench.recording().startAnew();
		this.bench.suffers(last, Fault.SILENT_BEFORE);
		Instant before = this.bench.time().instant();

		ApplyRun run = this.bench.start(plan);

		assertThat(this.bench.recording().sites()).containsAll(sites);
		assertThat(Duration.between(before, this.bench.time().instant()))
			.isGreaterThanOrEqualTo(Duration.ofSeconds(15));
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
	}

	@Test
	void aPeerThatIsGoneStaysAwayUntilItIsHealed() {
		Plan plan = this.bench.plan();
		this.bench.suffers(Side.AUTHENTIK, Fault.REFUSED, Calls.first(Calls.any()).andAllAfter());
		assertThat(this.bench.start(plan).problem().code()).isEqualTo("network.refused");
		this.bench.heals();
		assertThat(this.bench.start(this.bench.plan()).outcome()).isEqualTo(RunOutcome.APPLIED);
	}

	private static List<CallSite> sitesOfACleanRun(Bench bench) {
		Plan plan = bench.plan();
		bench.recording().startAnew();
		assertThat(bench.start(plan).outcome()).isEqualTo(RunOutcome.APPLIED);
		return bench.recording().sites();
	}

}
