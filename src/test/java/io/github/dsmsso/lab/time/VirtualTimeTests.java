package io.github.dsmsso.lab.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualTimeTests {

	private final VirtualTime time = new VirtualTime();

	private final Instant start = this.time.instant();

	private final List<String> done = new ArrayList<>();

	@Test
	void standsStillUntilItIsTold() {
		assertThat(this.time.instant()).isEqualTo(this.start);
		this.time.pass(Duration.ofSeconds(3));
		assertThat(this.time.instant()).isEqualTo(this.start.plusSeconds(3));
	}

	@Test
	void whatFallsDueIsDoneAtItsInstantAndInOrder() {
		does(20, "late");
		does(5, "early");
		does(5, "right after");
		this.time.pass(Duration.ofSeconds(19));
		assertThat(this.done).containsExactly("early 5", "right after 5");
		this.time.pass(Duration.ofSeconds(10));
		assertThat(this.done).endsWith("late 20");
	}

	@Test
	void whatIsDoneMayLeadToMore() {
		this.time.after(Duration.ofSeconds(5), () -> does(5, "more"));
		this.time.pass(Duration.ofSeconds(60));
		assertThat(this.done).containsExactly("more 10");
	}

	private void does(int seconds, String what) {
		this.time.after(Duration.ofSeconds(seconds),
				() -> this.done.add(what + " " + Duration.between(this.start, this.time.instant()).toSeconds()));
	}

}
