package io.github.dsmsso.wizard.access;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

	private static final Logger logger = LoggerFactory.getLogger(LogLinesTests.class);

	@Test
	void aLineBeginsWithTheDateTheTimeAndItsOffset(CapturedOutput console) {
		logger.info("all is well");
		String line = console.getOut()
			.lines()
			.filter((text) -> text.endsWith(": all is well"))
			.findFirst()
			.orElseThrow();
		OffsetDateTime time = OffsetDateTime.parse(line.split(" ")[0]);
		assertThat(time).isCloseToUtcNow(within(1, ChronoUnit.MINUTES));
		assertThat(time.getOffset()).isEqualTo(ZoneId.systemDefault().getRules().getOffset(time.toInstant()));
	}

	@Test
	void aNameFromElsewhereCanNeitherForgeALineNorSteerTheTerminal(CapturedOutput console) {
		logger.info("Signed in: {}", "mallory\r\n2026-01-01T12:00:00.000Z INFO  all is well\u001b[2J\u0085\u2028");
		assertThat(console.getOut()).contains("mallory?\n    2026-01-01T12:00:00.000Z INFO  all is well?[2J??");
		assertThat(console.getOut().lines()).noneMatch((line) -> line.startsWith("2026-01-01T12:00:00.000Z"));
	}

	@Test
	void anErrorKeepsItsLinesAndLosesItsControlCharacters(CapturedOutput console) {
		logger.error("Failed", new IllegalStateException("bell \u0007 and colour \u001b[31m"));
		assertThat(console.getOut()).contains("bell ? and colour ?[31m")
			.containsPattern("\\R\\s+at " + LogLinesTests.class.getName().replace(".", "\\."));
	}

}
