package io.github.dsmsso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every supported DSM with every supported authentik, from plan to undo. */
class MatrixTests {

	private static final List<String> CONNECTED = new ArrayList<>();

	@AfterAll
	static void keepFigures() {
		List<String> refused = DsmVersion.ALL.stream()
			.filter((version) -> !version.oidc())
			.map((version) -> version.product() + ": no OpenID Connect client")
			.toList();
		Figures.keep("matrix", Map.of("supported", CONNECTED.size(), "pairs", CONNECTED, "refused", refused));
	}

	static Stream<Arguments> pairs() {
		List<String> releases = AuthentikVersion.all().stream().map(AuthentikVersion::number).toList();
		return DsmVersion.ALL.stream()
			.filter(DsmVersion::oidc)
			.flatMap((dsm) -> releases.stream().map((release) -> Arguments.of(dsm.product(), release)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void aPairIsConnectedCheckedFoundUnchangedAndTakenApart(String dsm, String authentik) {
		try (Bench bench = Bench.of(dsm, authentik)) {
			Map<String, Object> before = bench.everything();

			ApplyRun run = bench.room(Applier.class).start(bench.plan(), bench.dsmSession(), bench.authentikClient());
			assertThat(run.problem()).isNull();
			assertThat(run.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(failuresOf(bench)).isEqualTo(expectedFailures(bench));

			bench.room(Applier.class).undo(run, bench.dsmSession(), bench.authentikClient());
			assertThat(run.outcome()).isEqualTo(Outcome.UNDONE);
			assertThat(bench.everything()).isEqualTo(before);
			CONNECTED.add(dsm + " with " + authentik);
		}
	}

	/** DSM 7.1 lets no local account in, and this NAS has no others. */
	private static List<String> expectedFailures(Bench bench) {
		return bench.nas().version().localAccounts() ? List.of() : List.of("check.account-type.old-dsm");
	}

	private static List<String> failuresOf(Bench bench) {
		VerificationSubject subject = new VerificationSubject(bench.dsmSession(), bench.authentikClient(), "synology",
				BaseUrl.parse("https://nas.example:5001"));
		CheckReport report = bench.room(Verifier.class).verify(subject);
		return report.with(Verdict.FAIL).stream().map(CheckResult::findingCode).toList();
	}

}
