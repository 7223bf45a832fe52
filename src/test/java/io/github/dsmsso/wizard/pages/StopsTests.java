package io.github.dsmsso.wizard.pages;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.lab.run.MavenConsole;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.JournalFiles;
import io.github.dsmsso.wizard.pages.WizardProcess.Signal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * A wizard in a process of its own is stopped at random moments by SIGTERM and by
 * SIGKILL. Another one is started, and somebody follows what its first page offers: both
 * systems are set up and lead people in, or as before, and SSO by default is not left on.
 * A run draws one; {@code mvn -Pstops} makes it sixty.
 */
class StopsTests {

	private static final int STOPS = Integer.getInteger("stops", 1);

	/** So many in a row have every phase with either signal. */
	private static final int STOPS_OF_EVERY_KIND = 10;

	private static final long SEED = Draw.seed();

	private static final String LOOK = "Review this run";

	/** A trial, the run of its connection, and once more each. */
	private static final int MOST_DECISIONS = 4;

	private static final String FORMER_KEY = "FormerKeyOfTheOtherProvider0815";

	private static final Map<String, int[]> counts = new TreeMap<>();

	@TempDir
	private static Path temporary;

	/** The one that has recovered what the one before has left is stopped next. */
	private static WizardProcess wizard;

	private static Path journal;

	@AfterAll
	static void keepFigures() {
		if (wizard != null) {
			wizard.close();
		}
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("seed", SEED);
		figures.put("tried", counts.values().stream().mapToInt((count) -> count[0]).sum());
		figures.put("recovered", counts.values().stream().mapToInt((count) -> count[1]).sum());
		Map<String, Object> kinds = new LinkedHashMap<>();
		counts.forEach((kind, count) -> kinds.put(kind, Map.of("tried", count[0], "recovered", count[1])));
		figures.put("kinds", kinds);
		Figures.keep("stops", figures);
	}

	@TestFactory
	Stream<DynamicTest> whatAStoppedWizardLeavesIsRecovered() {
		MavenConsole.say("Stops are drawn with -Dseed=%d", SEED);
		Random random = new Random(SEED);
		int first = random.nextInt(STOPS_OF_EVERY_KIND);
		return IntStream.range(first, first + STOPS)
			.mapToObj((place) -> Stop.draw(place, random))
			.map((stop) -> dynamicTest(stop.toString(), () -> prove(stop)));
	}

	private void prove(Stop stop) {
		int[] count = counts.computeIfAbsent(stop.kind(), (kind) -> new int[2]);
		count[0]++;
		try (Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"))) {
			if (stop.another()) {
				anotherProviderIsThere(lab);
			}
			Map<String, Object> before = lab.everything();
			startsAWizard();
			stops(stop, lab);
			assertThatSsoByDefaultIsOffAfterAnOrderlyStop(stop, lab, before);
			wizard = WizardProcess.start(journal);
			recovers(stop, lab, before);
			count[1]++;
		}
		finally {
			if (count[1] < count[0]) {
				wizard.close();
				wizard = null;
			}
		}
	}

	private static void anotherProviderIsThere(Lab lab) {
		lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old", "oidc_client_secret", FORMER_KEY, "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true)
			.defaultLogin(true);
	}

	private static void startsAWizard() {
		if (wizard == null) {
			journal = temporary.resolve(UUID.randomUUID().toString());
			wizard = WizardProcess.start(journal);
		}
	}

	private static void stops(Stop stop, Lab lab) {
		try (WizardPages person = new WizardPages(wizard.port())) {
			stop.strikes(wizard, person.connects(lab).makesThePlan().ticksEveryRisk(), lab);
		}
	}

	private static void assertThatSsoByDefaultIsOffAfterAnOrderlyStop(Stop stop, Lab lab, Map<String, Object> before) {
		if (stop.signal() == Signal.SIGTERM && lab.nas().sso().defaultLogin()) {
			assertThat(lab.everything()).isEqualTo(before);
		}
	}

	/** Until the first page offers nothing more. */
	private static void recovers(Stop stop, Lab lab, Map<String, Object> before) {
		boolean left = true;
		for (int decisions = 0; left && decisions <= MOST_DECISIONS; decisions++) {
			try (WizardPages person = new WizardPages(wizard.port())) {
				left = person.goesTo("/").source().contains(LOOK);
				if (left) {
					decides(stop, person.reviewsTheRun(), lab);
				}
			}
		}
		assertThat(lab.everything()).isEqualTo(before);
		assertThat(JournalFiles.in(journal)).isEmpty();
	}

	private static void decides(Stop stop, WizardPages person, Lab lab) {
		String found = person.heading();
		if (found.equals("Interrupted run") && stop.finishes()) {
			person.press("Finish the run").awaitsTheEndOfTheRun();
			assertThat(person.heading()).isEqualTo("Both systems are set up");
			assertThatPeopleComeInAndNobodyHasTo(lab);
			return;
		}
		if (found.equals("Run that can be undone")) {
			assertThatPeopleComeInAndNobodyHasTo(lab);
		}
		if (person.page().getElementById("key") != null) {
			person.type("key", FORMER_KEY);
		}
		person.press("Undo the changes of this run").awaitsTheEndOfTheRun();
		assertThat(person.heading()).isEqualTo("All changes undone");
	}

	private static void assertThatPeopleComeInAndNobodyHasTo(Lab lab) {
		assertThat(lab.nas().sso().defaultLogin()).isFalse();
		assertThat(new Visitor(lab.dsmAddress(), lab.dsm().simulator(), lab.authentikAddress(), lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD)
			.account()).isEqualTo("anna");
	}

}
