package io.github.dsmsso.wizard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.Exchanges.Server;
import io.github.dsmsso.wizard.MeasuredWalk.Phase;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints how often each phase asks the two servers, how much of that has to wait for one
 * another, and what it takes on lines of various length. Figures are medians of three
 * walks; a chain is the shortest seen where no exchange waits for a connection, because a
 * busy machine lets things wait that need not. The name keeps it out of
 * {@code mvn verify}: {@code mvn test -Dtest=RoundTripsBenchmark}.
 */
class RoundTripsBenchmark {

	private static final Logger logger = LoggerFactory.getLogger(RoundTripsBenchmark.class);

	private static final int WALKS = 3;

	private static final List<Integer> LATENCIES = List.of(0, 20, 100);

	@Test
	void printWhatEachPhaseAsksAndTakes() {
		MeasuredWalk.at(Duration.ZERO);
		SortedMap<Integer, List<List<Phase>>> walks = new TreeMap<>();
		for (int latency : LATENCIES) {
			walks.put(latency, walksAt(latency));
		}
		Map<String, Map<String, Object>> figures = figures(walks, unlimited());
		Figures.keep("exchanges", figures);
		logger.info("Round trips\n{}", table(figures));
	}

	private static List<List<Phase>> walksAt(int latency) {
		List<List<Phase>> walks = new ArrayList<>();
		for (int walk = 0; walk < WALKS; walk++) {
			walks.add(MeasuredWalk.at(Duration.ofMillis(latency)));
		}
		return walks;
	}

	private static List<List<Phase>> unlimited() {
		return Stream.generate(() -> MeasuredWalk.withoutWaiting(Duration.ofMillis(LATENCIES.get(2))))
			.limit(WALKS)
			.toList();
	}

	/**
	 * Figures by phase.
	 * @param walks walks by latency in milliseconds
	 * @param unlimited walks in which nothing waits for a connection
	 */
	static Map<String, Map<String, Object>> figures(SortedMap<Integer, List<List<Phase>>> walks,
			List<List<Phase>> unlimited) {
		List<List<Phase>> slowest = walks.get(walks.lastKey());
		Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		for (int phase = 0; phase < slowest.get(0).size(); phase++) {
			figures.put(slowest.get(0).get(phase).name(), row(walks, slowest, unlimited, phase));
		}
		return figures;
	}

	private static Map<String, Object> row(Map<Integer, List<List<Phase>>> walks, List<List<Phase>> slowest,
			List<List<Phase>> unlimited, int phase) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("DSM", median(slowest, phase, (measured) -> measured.exchangesWith(Server.DSM)));
		row.put("authentik", median(slowest, phase, (measured) -> measured.exchangesWith(Server.AUTHENTIK)));
		row.put("longest chain", sorted(unlimited, phase, (measured) -> measured.longestChain())[0]);
		row.put("new connections", median(slowest, phase, (measured) -> measured.newConnections()));
		walks.forEach((latency, walked) -> row.put(latency + " ms",
				median(walked, phase, (measured) -> measured.took().toMillis())));
		return row;
	}

	private static long median(List<List<Phase>> walks, int phase, ToLongFunction<Phase> figure) {
		return sorted(walks, phase, figure)[walks.size() / 2];
	}

	private static long[] sorted(List<List<Phase>> walks, int phase, ToLongFunction<Phase> figure) {
		return walks.stream().mapToLong((phases) -> figure.applyAsLong(phases.get(phase))).sorted().toArray();
	}

	private static String table(Map<String, Map<String, Object>> figures) {
		Map<String, Object> any = figures.values().iterator().next();
		String head = "| phase | " + String.join(" | ", any.keySet()) + " |\n|---|" + "--:|".repeat(any.size()) + "\n";
		return figures.entrySet()
			.stream()
			.map((row) -> "| " + row.getKey() + " | "
					+ row.getValue().values().stream().map(String::valueOf).collect(Collectors.joining(" | ")) + " |\n")
			.collect(Collectors.joining("", head, ""));
	}

}
