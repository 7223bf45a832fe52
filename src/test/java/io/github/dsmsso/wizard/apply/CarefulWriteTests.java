package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for when a write is sent again, and for how long one that was given up is waited
 * for.
 */
class CarefulWriteTests {

	private static final String BEFORE = "before";

	private static final String WANTED = "wanted";

	private final VirtualTime time = new VirtualTime();

	private final CarefulWrite carefully = new CarefulWrite(this.time::pass, HeadlessWizard.steady(this.time));

	private final AtomicReference<String> object = new AtomicReference<>(BEFORE);

	private final List<Duration> sent = new ArrayList<>();

	@Test
	void whatArrivesInTheQuietTimeIsNotSentAgain() {
		this.time.after(Duration.ofSeconds(1), () -> this.object.set(WANTED));

		perform(Kind.ANSWER_LOST);

		assertThat(this.sent).hasSize(1);
	}

	@Test
	void itIsSentAgainAfterAQuietTimeAlone() {
		catchThrowableOfType(ProblemException.class, () -> perform(Kind.ANSWER_LOST));

		assertThat(this.sent).hasSize(2);
		assertThat(this.sent.get(1).minus(this.sent.get(0))).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void whatSomebodyElseHasChangedInTheQuietTimeIsNotOverwritten() {
		this.time.after(Duration.ofSeconds(1), () -> this.object.set("somebody else's"));

		ProblemException failure = catchThrowableOfType(ProblemException.class, () -> perform(Kind.ANSWER_LOST));

		assertThat(this.sent).hasSize(1);
		assertThat(failure.problem().code()).isEqualTo("apply.not-as-written");
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "ANSWER_LOST", "TOO_SLOW", "FAILED_INSIDE" })
	void whatWentWrongFirstIsTheCause(Kind kind) {
		ProblemException failure = catchThrowableOfType(ProblemException.class, () -> perform(kind));
		assertThat(failure.problem()).isEqualTo(failure(kind).problem());
	}

	@Test
	void whatTheServerItselfHasAnsweredIsNotWaitedFor() {
		catchThrowableOfType(ProblemException.class, () -> perform(Kind.FAILED_INSIDE));
		assertThat(this.carefully.isDoubtful()).isFalse();
	}

	@Test
	void evenOnceOnlyIsNoReasonToWaitForWhatWasAnswered() {
		catchThrowableOfType(ProblemException.class, () -> this.carefully.performOnceOnly(send(Kind.FAILED_INSIDE),
				this.object::get, CarefulWriteTests::standing));
		assertThat(this.sent.get(1).minus(this.sent.get(0))).isEqualTo(Duration.ofSeconds(2));
	}

	/** The reading fails too, so that it is not sent a second time. */
	@Test
	void theWaitEndsOnceTheOnlyOneIsSeenToHaveArrived() {
		AtomicReference<Boolean> silent = new AtomicReference<>(true);
		catchThrowableOfType(ProblemException.class, () -> this.carefully.perform(send(Kind.ANSWER_LOST),
				() -> read(silent.get()), CarefulWriteTests::standing));
		silent.set(false);
		this.time.after(Duration.ofSeconds(18), () -> this.object.set(WANTED));

		assertThat(waited()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(25));
		assertThat(this.carefully.isDoubtful()).isFalse();
	}

	/** The second may have arrived, and the first be on its way. */
	@Test
	void afterTwoOfThemTheWaitIsAsLongAsItMayTake() {
		catchThrowableOfType(ProblemException.class, () -> perform(Kind.ANSWER_LOST));
		this.object.set(WANTED);

		assertThat(waited()).isGreaterThan(Duration.ofSeconds(55));
	}

	private Duration waited() {
		Duration before = HeadlessWizard.steady(this.time).now();
		this.carefully.waitForLateArrivals();
		return HeadlessWizard.steady(this.time).now().minus(before);
	}

	private String read(boolean silent) {
		if (silent) {
			throw failure(Kind.TOO_SLOW);
		}
		return this.object.get();
	}

	private void perform(Kind kind) {
		this.carefully.perform(send(kind), this.object::get, CarefulWriteTests::standing);
	}

	private Runnable send(Kind kind) {
		return () -> {
			this.sent.add(HeadlessWizard.steady(this.time).now());
			throw failure(kind);
		};
	}

	private static ApiException failure(Kind kind) {
		return new ApiException(new ApiFailure(kind, BaseUrl.parse("https://nas.example"), null));
	}

	private static Standing standing(String found) {
		return found.equals(WANTED) ? Standing.AS_WANTED
				: found.equals(BEFORE) ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

}
