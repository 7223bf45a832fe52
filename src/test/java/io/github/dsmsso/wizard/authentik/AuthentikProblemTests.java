package io.github.dsmsso.wizard.authentik;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthentikProblemTests {

	private static final Properties MESSAGES = messages();

	@ParameterizedTest
	@EnumSource
	void everyProblemSaysWhatHappenedAndWhatToDo(AuthentikProblem problem) {
		assertThat(sentence(problem, "what")).isNotEmpty().doesNotContain("{");
		assertThat(sentence(problem, "action")).endsWith(".").doesNotContain("{");
	}

	@Test
	void noSentenceBelongsToNoProblem() {
		Set<String> known = Arrays.stream(AuthentikProblem.values())
			.map(AuthentikProblem::code)
			.collect(Collectors.toSet());
		assertThat(MESSAGES.stringPropertyNames()).allSatisfy(
				(key) -> assertThat(key.replaceFirst("problem\\.(.*)\\.(what|cause|action)", "$1")).isIn(known));
	}

	@Test
	void apostrophesAreTypographicBecauseMessageFormatEatsTheOthers() {
		assertThat(MESSAGES.values()).allSatisfy((sentence) -> assertThat((String) sentence).doesNotContain("'"));
	}

	@Test
	void aBadTokenIsToldWithEveryReasonAndTheWayToAGoodOne() {
		assertThat(sentence(AuthentikProblem.TOKEN_INVALID, "cause")).contains("mistyped", "expired", "24 hours",
				"inactive", "app password");
		assertThat(sentence(AuthentikProblem.TOKEN_INVALID, "action")).contains("Directory > Tokens and App passwords",
				"API Token", "Expiring");
	}

	private static String sentence(AuthentikProblem problem, String part) {
		String pattern = MESSAGES.getProperty("problem." + problem.code() + "." + part, "");
		return new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] { "first", "second" });
	}

	private static Properties messages() {
		Properties messages = new Properties();
		try (Reader reader = new InputStreamReader(
				AuthentikProblemTests.class.getResourceAsStream("/messages/authentik.properties"),
				StandardCharsets.UTF_8)) {
			messages.load(reader);
			return messages;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
