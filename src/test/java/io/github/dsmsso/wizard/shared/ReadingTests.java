package io.github.dsmsso.wizard.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final CompletableFuture<String> answer = new CompletableFuture<>();

	private final Reading<String> reading = Reading.start(this.answer::join);

	@Test
	void whatWasReadIsCollectedLater() {
		assertThat(this.reading.endsWithin(Duration.ofMillis(1))).isFalse();
		this.answer.complete("read");
		assertThat(this.reading.endsWithin(LONG)).isTrue();
		assertThat(this.reading.hasFailed()).isFalse();
		assertThat(this.reading.get()).isEqualTo("read");
	}

	@Test
	void twoReadingsRunSideBySide() {
		Reading<Boolean> other = Reading.start(() -> this.answer.complete("read by the other"));
		assertThat(this.reading.get()).isEqualTo("read by the other");
		assertThat(other.get()).isTrue();
	}

	@Test
	void aReadingThatFailsEndsAndTellsItsOwnReason() {
		ProblemException reason = new ProblemException(Problem.of("network.refused"));
		Reading<String> failing = Reading.start(() -> {
			throw reason;
		});
		assertThat(failing.endsWithin(LONG)).isTrue();
		assertThat(failing.hasFailed()).isTrue();
		assertThatThrownBy(failing::get).isSameAs(reason);
	}

	@Test
	void anErrorOfJavaItselfIsToldWithWhereItWasFound() {
		Reading<String> failing = Reading.start(() -> {
			throw new AssertionError("broken");
		});
		assertThatExceptionOfType(CompletionException.class).isThrownBy(failing::get).withMessageContaining("broken");
	}

}
