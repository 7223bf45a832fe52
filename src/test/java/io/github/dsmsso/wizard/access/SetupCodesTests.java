package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.KnownBad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SetupCodesTests {

	private final VirtualTime clock = new VirtualTime();

	private final SetupCodes codes = new SetupCodes(this.clock, new SecureRandom());

	private CapturedOutput console;

	@BeforeEach
	void readTheConsole(CapturedOutput console) {
		this.console = console;
		this.codes.offer();
	}

	@Test
	void theCodeIsTwoGroupsOfFour() {
		assertThat(printed()).hasSize(1).first().asString().matches("[A-Z2-7]{4}-[A-Z2-7]{4}");
	}

	@Test
	void theCodeOpensOnlyOnce() {
		assertThatItOpensOnlyOnce(this.codes, newest());
	}

	@Test
	void aCodeThatOpensAgainIsFound() {
		KnownBad.assertFound(26, "setup code that opens again",
				() -> assertThatItOpensOnlyOnce(new LastingCodes(this.codes), newest()));
	}

	private static void assertThatItOpensOnlyOnce(SetupCodes codes, String code) {
		assertThat(codes.redeem(code)).isTrue();
		assertThat(codes.redeem(code)).as("the code opens again").isFalse();
	}

	@Test
	void lowerCaseAndAMissingDashAreTheSameCode() {
		assertThat(this.codes.redeem(" " + newest().toLowerCase(Locale.ROOT).replace("-", "") + " ")).isTrue();
	}

	@Test
	void theCodeOpensUntilFifteenMinutesAreOver() {
		this.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
		assertThat(this.codes.redeem(newest())).isTrue();
	}

	@Test
	void afterFifteenMinutesOnlyANewCodeOpens() {
		String old = newest();
		this.clock.pass(Duration.ofMinutes(15));
		assertThat(this.codes.redeem(old)).isFalse();
		assertThat(newest()).isNotEqualTo(old);
		assertThat(this.codes.redeem(newest())).isTrue();
	}

	@Test
	void wrongTriesNeitherEndTheCodeNorPrintAnotherOne() {
		tryWrongly(1000);
		assertThat(printed()).hasSize(1);
		assertThat(this.codes.redeem(newest())).isTrue();
	}

	@Test
	void whoeverTypesWrongCodesWaitsLongerEachTime() {
		List<Duration> waits = new ArrayList<>();
		WrongTries wrongTries = new WrongTries(this.clock, waits::add);
		IntStream.range(0, 12).forEach((ignored) -> wrongTries.another("192.0.2.1"));
		assertThat(waits).hasSize(8).isSorted().startsWith(Duration.ofMillis(100)).endsWith(Duration.ofSeconds(2));
		wrongTries.another("192.0.2.2");
		this.clock.pass(Duration.ofMinutes(1));
		wrongTries.another("192.0.2.1");
		assertThat(waits).as("another address, and the same a minute later").hasSize(8);
	}

	@Test
	void whoComesBackSeesTheSameCodeWhileItOpens() {
		this.codes.offer();
		assertThat(printed()).hasSize(1);
	}

	@Test
	void aUsedCodeIsReplacedWhenSomebodyAsks() {
		this.codes.redeem(newest());
		this.codes.offer();
		assertThat(printed()).hasSize(2);
	}

	private void tryWrongly(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.codes.redeem("0000-0000")).isFalse();
		}
	}

	private List<String> printed() {
		return Pattern.compile("Setup code: (\\S{9})")
			.matcher(this.console.getAll())
			.results()
			.map((match) -> match.group(1))
			.toList();
	}

	private String newest() {
		return printed().get(printed().size() - 1);
	}

	/** Codes that open as often as they are typed. */
	private static final class LastingCodes extends SetupCodes {

		private final SetupCodes codes;

		private final Set<String> opening = new HashSet<>();

		LastingCodes(SetupCodes codes) {
			super(Clock.systemUTC(), new SecureRandom());
			this.codes = codes;
		}

		@Override
		synchronized boolean redeem(String typed) {
			if (this.codes.redeem(typed)) {
				this.opening.add(typed);
			}
			return this.opening.contains(typed);
		}

	}

}
