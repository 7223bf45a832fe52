package io.github.dsmsso.wizard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever turns out to be true of what the laboratory assumes about authentik, and
 * whatever 2026.11 brings of what was announced: the wizard connects, finds its work
 * unchanged and takes it apart.
 */
class WizardSurvivesAuthentikTests {

	private static final String AUTHENTIK = "https://auth.example";

	private static final String NEWEST = "2026.11";

	static Stream<Arguments> readings() {
		return switchable()
			.flatMap((assumption) -> Stream.of(Arguments.of(assumption, true), Arguments.of(assumption, false)));
	}

	private static Stream<AuthentikAssumption> switchable() {
		return Arrays.stream(AuthentikAssumption.values()).filter((assumption) -> assumption.otherwise() != null);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("readings")
	void eitherReadingIsConnectedCheckedFoundUnchangedAndTakenApart(AuthentikAssumption assumption, boolean holds) {
		try (Bench bench = Bench.of("7.2.2", NEWEST)) {
			bench.authentik().hasBaseUrl(AUTHENTIK).assume(assumption, holds);
			Map<String, Object> before = bench.everything();

			ApplyRun run = applied(bench, bench.plan());
			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();

			bench.bean(Applier.class).undo(run, bench.connection());
			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(bench.everything()).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aSecretThatAuthentikHidesStaysTheOneThatDsmHolds(boolean asReference) {
		try (Bench bench = hiding(asReference)) {
			applied(bench, bench.plan());
			Object settings = bench.nas().sso().oidc();
			bench.nas().sso().configure(Map.of("oidc_token_endpoint", AUTHENTIK + "/application/o/tokens/"));

			Plan repair = bench.plan();
			assertThat(repair.writes()).extracting((change) -> change.describe().object()).containsExactly("oidc-sso");
			applied(bench, repair);

			assertThat(bench.nas().sso().oidc()).isEqualTo(settings);
			assertThat(secretInAuthentik(bench)).isEqualTo(bench.nas().sso().text("oidc_client_secret"));
			assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aProviderIsRepairedWithoutTouchingTheSecretThatItHides(boolean asReference) {
		try (Bench bench = hiding(asReference)) {
			applied(bench, bench.plan());
			Object secret = secretInAuthentik(bench);
			bench.authentik().somebodyChangesTheProvider("synology", "include_claims_in_id_token", false);

			Plan repair = bench.plan();
			assertThat(repair.writes()).extracting((change) -> change.describe().object()).containsExactly("provider");
			assertThat(fieldsWritten(repair)).containsExactly("include_claims_in_id_token");
			applied(bench, repair);

			assertThat(secretInAuthentik(bench)).isEqualTo(secret);
			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aSecretThatNobodyShowsIsReplacedTogetherWithItsIdAndNotSilently(boolean asReference) {
		try (Bench bench = hiding(asReference)) {
			applied(bench, bench.plan());
			bench.nas().sso().configure(Map.of("oidc_client_id", "", "oidc_client_secret", ""));

			Plan plan = bench.plan();
			assertThat(plan.risks()).extracting(Problem::code).contains("plan.replaces-hidden-secret");
			assertThat(fieldsWritten(plan)).contains("client_id", "client_secret");
			applied(bench, plan);

			assertThat(secretInAuthentik(bench)).isEqualTo(bench.nas().sso().text("oidc_client_secret"));
			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();
		}
	}

	@Test
	void whereBothHideTheSecretNothingIsChangedForEver() {
		try (Bench bench = hiding(true)) {
			applied(bench, bench.plan());
			bench.nas().masksSecrets(true);

			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(bench.plan().risks()).isEmpty();
		}
	}

	@Test
	void aMaskIsNeverWrittenInThePlaceOfASecret() {
		try (Bench bench = hiding(true)) {
			applied(bench, bench.plan());
			bench.nas().masksSecrets(true);
			bench.nas().sso().configure(Map.of("oidc_name", "Renamed", "oidc_scope", "openid"));

			applied(bench, bench.plan());

			bench.nas().masksSecrets(false);
			assertThat(bench.nas().sso().text("oidc_client_secret")).doesNotContain("*")
				.isEqualTo(secretInAuthentik(bench));
			assertThat(Findings.failures(bench, bench.authentikClient())).isEmpty();
		}
	}

	@Test
	void aSecretThatWasChangedInAuthentikBehindItsBackIsFoundByAsking() {
		try (Bench bench = hiding(true)) {
			applied(bench, bench.plan());
			bench.authentik().somebodyChangesTheProvider("synology", "client_secret", "another");

			assertThat(bench.plan().changesNothing()).isTrue();
			assertThat(Findings.failures(bench, bench.authentikClient()))
				.containsExactly("check.client-secret.refused");
		}
	}

	private static Bench hiding(boolean asReference) {
		Bench bench = Bench.of("7.2.2", NEWEST);
		bench.authentik().assume(AuthentikAssumption.SECRET_READS_AS_A_REFERENCE, asReference);
		return bench;
	}

	private static ApplyRun applied(Bench bench, Plan plan) {
		ApplyRun run = bench.start(plan);
		assertThat(run.problem()).isNull();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		return run;
	}

	private static Object secretInAuthentik(Bench bench) {
		return bench.authentik().inventory().get("oauth2provider").get(0).get("client_secret");
	}

	private static List<String> fieldsWritten(Plan plan) {
		return plan.writes()
			.stream()
			.filter((change) -> change instanceof Change.ProviderChange)
			.flatMap((change) -> change.describe().fields().stream())
			.filter((field) -> field.changed())
			.map((field) -> field.field())
			.toList();
	}

}
