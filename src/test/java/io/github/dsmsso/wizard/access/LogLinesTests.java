package io.github.dsmsso.wizard.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

	private static final Logger logger = LoggerFactory.getLogger(LogLinesTests.class);

	@Test
	void aNameFromElsewhereCanNeitherForgeALineNorSteerTheTerminal(CapturedOutput console) {
		logger.info("Signed in: {}", "mallory\r\n12:00:00.000 INFO  all is well\u001b[2J\u0085\u2028");
		assertThat(console.getOut()).contains("mallory?\n    12:00:00.000 INFO  all is well?[2J??");
		assertThat(console.getOut().lines()).noneMatch((line) -> line.startsWith("12:00:00.000"));
	}

	@Test
	void anErrorKeepsItsLinesAndLosesItsControlCharacters(CapturedOutput console) {
		logger.error("Failed", new IllegalStateException("bell \u0007 and colour \u001b[31m"));
		assertThat(console.getOut()).contains("bell ? and colour ?[31m")
			.containsPattern("\\R\\s+at " + LogLinesTests.class.getName().replace(".", "\\."));
	}

}
