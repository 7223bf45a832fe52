package io.github.dsmsso.wizard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor.Welcome;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.verify.Catalogue;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.Finding;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every DSM and every authentik of the laboratory, from the plan over a person's sign-in
 * to the undo; and the DSMs that cannot be connected, refused with any of them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class MatrixTests {

	/** Not everyone whom the demo's authentik has is known to its NAS. */
	private static final List<String> PARTLY_KNOWN_PEOPLE = List.of("check.people.some");

	private static final String NO_OIDC_CLIENT = "nas.no-oidc-client";

	private static final List<String> CONNECTED = new ArrayList<>();

	private static final Map<String, String> REFUSED = new TreeMap<>();

	private static final Map<String, String> DESCRIPTIONS = new TreeMap<>();

	/** What was found wrong with connections that are well. */
	private static final List<String> alarms = new ArrayList<>();

	private static int exchangesWithAuthentik;

	private static int exchangesChecked;

	private static int callsAtDsm;

	private static Duration taken = Duration.ZERO;

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	@AfterAll
	static void keepFigures() {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("seed", Draw.seed());
		figures.put("supported", CONNECTED.size());
		figures.put("refused", REFUSED);
		figures.put("exchanges with authentik's API", exchangesWithAuthentik);
		figures.put("of them held against its description", exchangesChecked);
		figures.put("violations of its description", "0");
		figures.put("calls at DSM", callsAtDsm);
		figures.put("milliseconds", taken.toMillis());
		figures.put("descriptions", DESCRIPTIONS);
		figures.put("pairs", CONNECTED);
		Figures.keep("matrix", figures);
		Figures.keep("diagnosis", Map.of("rows", Catalogue.rows().size(), "rows covered", Catalogue.covered().size(),
				"false alarms", alarms.size(), "healthy set-ups", CONNECTED.size()));
	}

	/** Each release of either at least once; which ones meet is drawn. */
	static Stream<Arguments> pairs() {
		List<DsmVersion> dsm = dsm(true).toList();
		List<AuthentikVersion> authentik = AuthentikVersion.all();
		int first = (int) (Draw.seed() % dsm.size());
		return IntStream.range(first, first + Draw.count(1, dsm.size()))
			.boxed()
			.flatMap((turn) -> IntStream.range(0, authentik.size())
				.mapToObj((place) -> Arguments.of(dsm.get((turn + place) % dsm.size()).product(),
						authentik.get(place).number())));
	}

	static Stream<String> dsmWithLocalAccountsOutside() {
		return dsm(true).filter((dsm) -> !dsm.localAccounts()).map(DsmVersion::product);
	}

	static Stream<DsmVersion> dsmWithoutOidc() {
		return dsm(false);
	}

	private static Stream<DsmVersion> dsm(boolean oidc) {
		return DsmVersion.ALL.stream().filter((dsm) -> dsm.oidc() == oidc);
	}

	@ParameterizedTest(name = "DSM {0} with authentik {1}")
	@MethodSource("pairs")
	void aPairIsConnectedSignedInToFoundUnchangedAndTakenApart(String dsm, String authentik) {
		Instant start = Instant.now();
		try (Bench bench = Bench.of(dsm, authentik)) {
			letAnnaIn(bench);
			Map<String, Object> before = bench.everything();

			ApplyRun run = applied(bench);
			assertThat(failuresOf(bench)).isEmpty();
			assertThat(annaAt(bench)).isEqualTo(new Welcome("anna", ""));
			List<String> falseAlarms = doubtsAfterASignIn(bench).stream()
				.filter((finding) -> !PARTLY_KNOWN_PEOPLE.contains(finding))
				.toList();
			alarms.addAll(falseAlarms);
			assertThat(falseAlarms).isEmpty();

			Map<String, Object> connected = bench.everything();
			assertThat(bench.plan().changesNothing()).isTrue();
			applied(bench);
			assertThat(bench.everything()).isEqualTo(connected);

			bench.bean(Applier.class).undo(run, bench.connection());
			assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
			assertThat(bench.everything()).isEqualTo(before);

			count(bench);
		}
		taken = taken.plus(Duration.between(start, Instant.now()));
		CONNECTED.add(dsm + " with " + authentik);
	}

	@ParameterizedTest(name = "DSM {0}")
	@MethodSource("dsmWithLocalAccountsOutside")
	void aDsmThatLetsNoLocalAccountInSaysSoInItsWordsAndTheWizardMakesNoPlanForIt(String dsm) {
		try (Bench bench = Bench.of((clock) -> DemoNas.world(DsmVersion.of(dsm), clock))) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(bench::plan)
				.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("nas.nobody-could-sign-in"));
		}
		try (Bench bench = Bench.of(dsm, newestAuthentik().number())) {
			applied(bench);
			bench.nas().directory().leftDomain();
			assertThat(failuresOf(bench)).containsExactly("check.account-type.old-dsm");
			assertThat(annaAt(bench)).isEqualTo(new Welcome(null, "invalid user or password"));
		}
	}

	@ParameterizedTest(name = "DSM {0}")
	@MethodSource("dsmWithoutOidc")
	void aDsmWithoutOpenIdConnectIsRefusedBeforeAuthentikIsAskedFor(DsmVersion dsm) {
		try (Lab lab = Lab.start(dsm, newestAuthentik()); WizardPages wizard = new WizardPages(this.port)) {
			wizard.reachesTheNasOf(lab);
			assertThat(wizard.text()).contains(sentence(NO_OIDC_CLIENT + ".what", lab.dsmAddress()),
					sentence(NO_OIDC_CLIENT + ".action"));
			assertThat(lab.nas().sessions().count()).isZero();
			assertThat(lab.authentik().arrived()).isEmpty();
		}
		REFUSED.put(dsm.product() + " with any", NO_OIDC_CLIENT);
	}

	private String sentence(String key, Object... arguments) {
		return this.messages.getMessage("problem." + key, arguments, java.util.Locale.ENGLISH);
	}

	private static AuthentikVersion newestAuthentik() {
		return AuthentikVersion.all().get(AuthentikVersion.all().size() - 1);
	}

	/** Where local accounts cannot come in, Anna has one in the domain of the NAS too. */
	private static void letAnnaIn(Bench bench) {
		if (!bench.nas().version().localAccounts()) {
			bench.nas().domainAccount("anna");
		}
	}

	private static Welcome annaAt(Bench bench) {
		return bench.visitor().signIn("anna", DemoAuthentik.PASSWORD);
	}

	private static ApplyRun applied(Bench bench) {
		ApplyRun run = bench.start(bench.plan());
		assertThat(run.problem()).isNull();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		return run;
	}

	private static List<String> failuresOf(Bench bench) {
		return verified(bench, subject(bench)).with(Verdict.FAIL).stream().map(CheckResult::findingCode).toList();
	}

	/** Failures and warnings; what the wizard itself has chosen raises none. */
	private static List<String> doubtsAfterASignIn(Bench bench) {
		return verified(bench, subject(bench).withSignInProven()).findings()
			.stream()
			.map(Finding::result)
			.filter((result) -> result.verdict() != Verdict.UNKNOWN)
			.map(CheckResult::findingCode)
			.toList();
	}

	private static VerificationSubject subject(Bench bench) {
		return new VerificationSubject(bench.connection(), "synology", BaseUrl.parse("https://nas.example:5001"));
	}

	private static CheckReport verified(Bench bench, VerificationSubject subject) {
		return bench.bean(Verifier.class).verify(subject);
	}

	/** The simulator's own count shows that the contract has missed nothing. */
	private static void count(Bench bench) {
		Contract contract = bench.contract();
		assertThat(contract.seen()).isEqualTo(bench.authentikSimulator()
			.arrived()
			.stream()
			.filter((arrived) -> arrived.path().startsWith("/api/v3/"))
			.count());
		assertThat(contract.checked()).isEqualTo(contract.seen());
		exchangesWithAuthentik += contract.seen();
		exchangesChecked += contract.checked();
		callsAtDsm += bench.dsmSimulator().arrived().size();
		DESCRIPTIONS.put(bench.authentik().version().number(), contract.published());
	}

}
