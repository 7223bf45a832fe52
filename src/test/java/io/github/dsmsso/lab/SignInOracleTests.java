package io.github.dsmsso.lab;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.lab.run.MavenConsole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The oracle against the walk: whatever the two systems are set to, both have to name the
 * same account for everybody, or none. With {@code -Dpairs=…} and {@code -Dseed=…} for
 * more pairs, or the same ones again.
 */
class SignInOracleTests {

	private static final int PAIRS = Integer.getInteger("pairs", 60);

	private static final long SEED = Draw.seed();

	private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

	private int admitted;

	private int refused;

	private long nanoseconds;

	@Test
	void theOracleSaysWhatAWalkComesTo() {
		Random seeds = new Random(SEED);
		for (int pair = 0; pair < PAIRS; pair++) {
			compare(seeds.nextLong());
		}
		MavenConsole.say("SignInOracleTests: -Dseed=%d, %d pairs, %d sign-ins admitted, %d refused, %d µs an answer",
				SEED, PAIRS, this.admitted, this.refused, this.nanoseconds / 1000 / (this.admitted + this.refused));
		assertThat(this.admitted).isGreaterThan(PAIRS / 2);
		assertThat(this.refused).isGreaterThan(PAIRS / 2);
	}

	@Test
	void manyAnswersTakeLittleTime() {
		SignInOracle oracle = new RandomPair(SEED).oracle();
		long start = CLOCK.getCurrentThreadCpuTime();
		IntStream.range(0, 5000).forEach((times) -> oracle.admits("anna"));
		assertThat(CLOCK.getCurrentThreadCpuTime() - start).isLessThan(5000L * 1_000_000);
	}

	private void compare(long seed) {
		RandomPair pair = new RandomPair(seed);
		SignInOracle oracle = pair.oracle();
		for (String person : pair.people()) {
			Map<String, List<Map<String, @Nullable Object>>> before = pair.authentik().inventory();
			long start = CLOCK.getCurrentThreadCpuTime();
			String foretold = oracle.admits(person);
			this.nanoseconds += CLOCK.getCurrentThreadCpuTime() - start;
			assertThat(pair.authentik().inventory()).as("the oracle changes nothing").isEqualTo(before);
			assertThat(foretold).as("%s of pair %d, seed %d", person, seed, SEED).isEqualTo(pair.walk(person));
			this.admitted += (foretold != null) ? 1 : 0;
			this.refused += (foretold == null) ? 1 : 0;
		}
	}

}
