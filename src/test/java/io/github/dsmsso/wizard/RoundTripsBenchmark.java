package io.github.dsmsso.wizard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.Exchanges.Server;
import io.github.dsmsso.wizard.MeasuredWalk.Phase;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints how often each phase asks the two servers, how much of that has to wait for one
 * another, and what it takes on lines of various length. Times are medians of three
 * walks. The name keeps it out of {@code mvn verify}:
 * {@code mvn test -Dtest=RoundTripsBenchmark}.
 */
class RoundTripsBenchmark {

	private static final Logger logger = LoggerFactory.getLogger(RoundTripsBenchmark.class);

	private static final int WALKS = 3;

	private static final List<Integer> LATENCIES = List.of(0, 20, 100);

	@Test
	void printWhatEachPhaseAsksAndTakes() {
		MeasuredWalk.at(Duration.ZERO);
		Map<Integer, List<List<Phase>>> walks = new LinkedHashMap<>();
		for (int latency : LATENCIES) {
			walks.put(latency, walksAt(latency));
		}
		Map<String, Map<String, Object>> figures = figures(walks);
		Figures.keep("exchanges", figures);
		logger.info("Round trips\n{}", table(figures));
		assertThat(figures).containsKeys("plan", "apply", "verify", "undo");
	}

	private static List<List<Phase>> walksAt(int latency) {
		List<List<Phase>> walks = new ArrayList<>();
		for (int walk = 0; walk < WALKS; walk++) {
			walks.add(MeasuredWalk.at(Duration.ofMillis(latency)));
		}
		return walks;
	}

	private static Map<String, Map<String, Object>> figures(Map<Integer, List<List<Phase>>> walks) {
		List<List<Phase>> slowest = walks.get(LATENCIES.get(LATENCIES.size() - 1));
		Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		for (int index = 0; index < slowest.get(0).size(); index++) {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("DSM", median(slowest, index, (phase) -> phase.exchangesWith(Server.DSM)));
			row.put("authentik", median(slowest, index, (phase) -> phase.exchangesWith(Server.AUTHENTIK)));
			row.put("longest chain", median(slowest, index, (phase) -> Exchanges.longestChain(phase.exchanges())));
			row.put("new connections", median(slowest, index, (phase) -> phase.toDsm() + phase.toAuthentik()));
			for (int latency : LATENCIES) {
				row.put(latency + " ms", median(walks.get(latency), index, (phase) -> phase.took().toMillis()));
			}
			figures.put(slowest.get(0).get(index).name(), row);
		}
		return figures;
	}

	private static long median(List<List<Phase>> walks, int index, ToLongFunction<Phase> figure) {
		return walks.stream()
			.mapToLong((phases) -> figure.applyAsLong(phases.get(index)))
			.sorted()
			.skip(walks.size() / 2)
			.findFirst()
			.orElseThrow();
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
