package io.github.dsmsso.wizard.access;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.OperatingSystemMXBean;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 500 connections that are slow in one way or another, and how long a page takes other
 * people meanwhile. Not part of the usual tests: {@code mvn test
 * -Dtest=SlowClientsBenchmark}.
 */
class SlowClientsBenchmark {

	private static final int CONNECTIONS = 500;

	private static final int PAGES = 40;

	/** How long the processor was busy tells what it would take on an idle machine. */
	private static final OperatingSystemMXBean PROCESS = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private final Map<String, Object> figures = new LinkedHashMap<>();

	@Test
	void printHowLongAPageTakesBesideSlowClients() {
		try (OtherWizard wizard = OtherWizard.with((part) -> part)) {
			RawHttp browser = new RawHttp(wizard.port());
			String asset = largestAsset(browser.get("/access").body());
			for (int i = 0; i < 10; i++) {
				browser.get("/access");
			}
			measure("nobody", wizard, "", (clients) -> {
			});
			measure("idle", wizard, "", (clients) -> clients.sendNothing(CONNECTIONS));
			measure("slow headers", wizard, "", (clients) -> clients.sendSlowHeaders(CONNECTIONS));
			measure("slow bodies without a session", wizard, "",
					(clients) -> clients.sendSlowForms(CONNECTIONS, "/theme"));
			measure("slow bodies with a session", wizard, browser.cookie(),
					(clients) -> clients.sendSlowForms(CONNECTIONS, "/access"));
			measure("slowly read, before anybody has loaded it", wizard, "",
					(clients) -> clients.askAndDoNotRead(CONNECTIONS, asset));
			measure("slowly read", wizard, "", (clients) -> clients.askAndDoNotRead(CONNECTIONS, asset));
		}
		Figures.keep("slow-clients-on-java-" + Runtime.version().feature(), this.figures);
		assertThat(this.figures).hasSize(7);
	}

	private void measure(String kind, OtherWizard wizard, String cookie, Consumer<SlowClients> begin) {
		try (SlowClients clients = new SlowClients(wizard.port(), cookie)) {
			long cpu = PROCESS.getProcessCpuTime();
			begin.accept(clients);
			CompletableFuture<Integer> going = CompletableFuture
				.supplyAsync(() -> clients.answersWithin(Duration.ofSeconds(4)));
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < PAGES; i++) {
				times.add(timeOfAPage(wizard.port()));
			}
			going.join();
			List<Long> sorted = times.stream().sorted().toList();
			this.figures.put(kind,
					Map.of("p50 ms", sorted.get(PAGES / 2), "p95 ms", sorted.get(PAGES * 95 / 100), "longest ms",
							sorted.get(PAGES - 1), "processor ms",
							TimeUnit.NANOSECONDS.toMillis(PROCESS.getProcessCpuTime() - cpu)));
		}
	}

	private static long timeOfAPage(int port) {
		long start = System.nanoTime();
		assertThat(new RawHttp(port).get("/access").status()).isEqualTo(200);
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
	}

	private static String largestAsset(String page) {
		Matcher link = Pattern.compile("href=\"(/assets/css/wizard[^\"]+\\.css)\"").matcher(page);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

}
