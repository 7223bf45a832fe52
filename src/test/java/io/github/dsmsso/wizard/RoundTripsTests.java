package io.github.dsmsso.wizard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.wizard.MeasuredWalk.Phase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections outlive the exchange that opened them; what is asked is kept as figures.
 */
class RoundTripsTests {

	private static final int LATENCY = 50;

	@Test
	void connectionsAreReused() {
		List<Phase> phases = MeasuredWalk.at(Duration.ofMillis(LATENCY));
		Figures.keep("exchanges", RoundTripsBenchmark.figures(new TreeMap<>(Map.of(LATENCY, List.of(phases))),
				List.of(MeasuredWalk.withoutWaiting(Duration.ofMillis(LATENCY)))));

		assertThat(phases).filteredOn((phase) -> List.of("apply", "undo").contains(phase.name()))
			.hasSize(2)
			.allSatisfy((phase) -> assertThat(phase.newConnections()).isLessThan(phase.exchanges().size() / 2));
	}

}
