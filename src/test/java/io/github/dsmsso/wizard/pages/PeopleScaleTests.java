package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.WizardPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * So many people in authentik and as many accounts of the same names on the NAS, and a
 * wizard with the memory that it has in its container.
 */
class PeopleScaleTests {

	private static final int LARGEST_PAGE = 150 * 1024;

	private static final int MEMORY = 320;

	@TempDir
	private Path journal;

	@Test
	void twentyThousandPeopleAreSetUpInTheMemoryOfTheContainer() {
		Map<Integer, Map<String, Long>> figures = new TreeMap<>();
		try (WizardProcess process = WizardProcess.startAsInTheContainer(this.journal)) {
			for (int people : new int[] { 1_000, 5_000, 20_000 }) {
				figures.put(people, measured(people, process));
			}
		}
		Map<String, Map<String, Long>> named = new LinkedHashMap<>();
		figures.forEach((people, figure) -> named.put(String.valueOf(people), figure));
		Figures.keep("people-scale", named);
		assertThat(figures.values()).allSatisfy((figure) -> {
			assertThat(figure.get("page bytes")).isLessThan(LARGEST_PAGE);
			assertThat(figure.get("peak MiB")).isLessThan(MEMORY);
		});
	}

	/** From the token to the proof. */
	private static Map<String, Long> measured(int people, WizardProcess process) {
		try (Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
				WizardPages wizard = new WizardPages(process.port())) {
			arrive(lab, people);
			wizard.reachesBothOf(lab);
			lab.dsm().simulator().forgetArrivals();
			lab.authentik().forgetArrived();
			Duration cpu = process.cpu();
			int page = size(wizard.givesTheToken(DemoAuthentik.API_TOKEN));
			assertThat(wizard.heading()).isEqualTo("People and access");
			page = Math.max(page, size(wizard.makesThePlan()));
			page = Math.max(page, size(wizard.confirms().awaitsTheEndOfTheRun()));
			page = Math.max(page, size(wizard.goesTo("/prove")));
			assertThat(wizard.text()).contains("Sign-in should work");
			int calls = lab.authentik().arrived().size()
					+ (int) lab.dsm().simulator().arrived().stream().filter((arrival) -> !arrival.isMember()).count();
			OptionalLong peak = process.peakMebibytes();
			return new LinkedHashMap<>(Map.of("calls", (long) calls, "cpu ms", process.cpu().minus(cpu).toMillis(),
					"page bytes", (long) page, "peak MiB", peak.orElse(0)));
		}
	}

	private static void arrive(Lab lab, int people) {
		IntStream.range(0, people).forEach((number) -> {
			String name = "person%05d".formatted(number);
			lab.authentik().world().people().userComes(name, "Person " + number, name + "@example.org", null);
			lab.nas().account(name);
		});
	}

	private static int size(WizardPages wizard) {
		return wizard.source().getBytes(StandardCharsets.UTF_8).length;
	}

}
