package io.github.dsmsso.wizard.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WrongTriesTests {

	private final VirtualTime clock = new VirtualTime();

	private final List<Duration> waits = new ArrayList<>();

	private final WrongTries wrongTries = new WrongTries(this.clock, this.waits::add);

	@Test
	void theFifthWrongCodeWaitsAndEachAfterItTwiceAsLongUpToTwoSeconds() {
		tryFrom("192.0.2.1", 11);
		assertThat(this.waits).containsExactlyElementsOf(
				Stream.of(100, 200, 400, 800, 1600, 2000, 2000).map(Duration::ofMillis).toList());
	}

	@Test
	void howEverManyAreTypedNobodyWaitsLonger() {
		tryFrom("192.0.2.1", 200);
		assertThat(this.waits).hasSize(196).allMatch((wait) -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
		assertThat(this.waits.get(195)).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void aMinuteWithoutAnotherForgetsThem() {
		tryFrom("192.0.2.1", 5);
		this.clock.pass(Duration.ofSeconds(59));
		tryFrom("192.0.2.1", 1);
		assertThat(this.waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
		this.clock.pass(Duration.ofMinutes(1));
		tryFrom("192.0.2.1", 4);
		assertThat(this.waits).hasSize(2);
	}

	@Test
	void theAddressThatTriedLongestAgoIsForgottenAfterAThousandOthers() {
		tryFrom("192.0.2.1", 4);
		tryFrom("192.0.2.2", 4);
		IntStream.range(0, 998).forEach((number) -> this.wrongTries.another("2001:db8::" + number));
		tryFrom("192.0.2.1", 1);
		assertThat(this.waits).as("a thousand are remembered").hasSize(1);
		this.wrongTries.another("2001:db8::ffff");
		tryFrom("192.0.2.2", 1);
		assertThat(this.waits).as("the one that another pushed out").hasSize(1);
		tryFrom("192.0.2.1", 1);
		assertThat(this.waits).as("the one that tried again meanwhile").hasSize(2);
	}

	/** Each waits until the next has been told. */
	@Test
	void noMoreThan64WaitAtATimeAndTheirPlacesAreFreeAfterwards() {
		List<Integer> waiting = new ArrayList<>();
		WrongTries[] crowded = new WrongTries[1];
		crowded[0] = new WrongTries(this.clock, (wait) -> {
			waiting.add(waiting.size());
			if (waiting.size() % 100 != 0) {
				crowded[0].another("192.0.2.1");
			}
		});
		IntStream.range(0, 5).forEach((ignored) -> crowded[0].another("192.0.2.1"));
		assertThat(waiting).hasSize(64);
		crowded[0].another("192.0.2.1");
		assertThat(waiting).hasSizeGreaterThan(64);
	}

	private void tryFrom(String address, int times) {
		IntStream.range(0, times).forEach((ignored) -> this.wrongTries.another(address));
	}

}
