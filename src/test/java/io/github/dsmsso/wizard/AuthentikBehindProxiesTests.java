package io.github.dsmsso.wizard;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authentik below a path, or behind a proxy that it does not believe: the wizard finds
 * its way, or names the trouble and leaves nothing behind.
 */
class AuthentikBehindProxiesTests {

	private static final BaseUrl NAS = BaseUrl.parse("https://nas.example:5001");

	private static final BaseUrl ROOT = BaseUrl.parse("https://auth.example");

	@ParameterizedTest
	@ValueSource(strings = { "2024.12", "2025.12", "2026.5", "2026.8", "2026.11" })
	void anAuthentikBelowAPathIsConnectedCheckedAndTakenApart(String release) {
		try (Bench bench = Bench.of("7.2.2", release)) {
			bench.authentik().livesBelow("/sso/");
			Map<String, Object> before = bench.everything();
			AuthentikClient authentik = connected(bench, ROOT.withPath("/sso/"));

			ApplyRun run = applied(bench, authentik);
			assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
			assertThat(plan(bench, authentik).changesNothing()).isTrue();
			assertThat(bench.nas().sso().text("oidc_wellknown"))
				.isEqualTo("https://auth.example/sso/application/o/synology/.well-known/openid-configuration");
			assertThat(Findings.failures(bench, authentik)).isEmpty();

			bench.bean(Applier.class).undo(run, new Connection(bench.dsmSession(), authentik));
			assertThat(bench.everything()).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2023.10, UNTRUSTED, false", "2026.5, UNTRUSTED, false", "2026.8, UNTRUSTED, true",
			"2026.11, UNTRUSTED, true", "2026.8, TRUSTED, false", "2023.10, SILENT, true", "2026.5, SILENT, true",
			"2026.8, SILENT, true" })
	void aProxyThatIsNotBelievedIsNamedBeforeDsmIsTouched(String release, String proxy, boolean trouble) {
		try (Bench bench = Bench.of("7.2.2", release)) {
			standing(proxy).apply(bench.authentik());
			Map<String, Object> before = bench.everything();

			ApplyRun run = applied(bench, bench.authentikClient());

			if (trouble) {
				assertThat(run.problem()).isNotNull();
				assertThat(run.problem().code()).isEqualTo("apply.announces-other-address");
				assertThat(run.problem().arguments()).contains("http://auth.example");
				assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
				assertThat(bench.everything()).isEqualTo(before);
			}
			else {
				assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
				assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();
			}
		}
	}

	/** As an update to 2026.8 does to people whose proxy was never named to authentik. */
	@ParameterizedTest
	@CsvSource({ "2026.5, UNTRUSTED, ''", "2026.8, UNTRUSTED, check.issuer.not-https",
			"2024.8.4, SILENT, check.issuer.not-https" })
	void aConnectionThatAProxyHasBrokenIsDiagnosed(String release, String proxy, String first) {
		try (Bench bench = Bench.of("7.2.2", release)) {
			assertThat(applied(bench, bench.authentikClient()).outcome()).isEqualTo(RunOutcome.APPLIED);
			standing(proxy).apply(bench.authentik());
			List<String> failures = Findings.failures(bench, bench.authentikClient());
			assertThat(failures.stream().findFirst().orElse("")).isEqualTo(first);
		}
	}

	private static UnaryOperator<AuthentikWorld> standing(String proxy) {
		return switch (proxy) {
			case "TRUSTED" -> AuthentikWorld::standsBehindATrustedProxy;
			case "UNTRUSTED" -> AuthentikWorld::standsBehindAnUntrustedProxy;
			default -> AuthentikWorld::standsBehindASilentProxy;
		};
	}

	private static AuthentikClient connected(Bench bench, BaseUrl address) {
		return bench.bean(AuthentikApi.class)
			.connect(new Peer(address, TlsTrust.publicAuthorities()), Secret.of(DemoAuthentik.API_TOKEN));
	}

	private static ApplyRun applied(Bench bench, AuthentikClient authentik) {
		return HeadlessWizard.start(bench.bean(Applier.class), plan(bench, authentik),
				new Connection(bench.dsmSession(), authentik));
	}

	private static Plan plan(Bench bench, AuthentikClient authentik) {
		StateReader reader = bench.bean(StateReader.class);
		Connection connection = new Connection(bench.dsmSession(), authentik);
		Proposal proposal = bench.bean(Proposals.class)
			.propose(connection, signedIn(bench), reader.inventory(authentik), ProviderChoice.ofLikeliest(),
					Inquiry.Listener.NONE);
		DesiredState desired = proposal.desired();
		return Planner.plan(desired, reader.currentState(connection, desired), proposal.inventory(),
				bench.bean(ClientCredentialsSource.class).next());
	}

	private static SignedInNas signedIn(Bench bench) {
		DsmSession session = bench.dsmSession();
		return new SignedInNas(session, session.snapshot().description().get(), session.ssoClient());
	}

}
