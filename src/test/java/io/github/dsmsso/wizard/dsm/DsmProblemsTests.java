package io.github.dsmsso.wizard.dsm;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DsmProblemsTests {

	private static final Properties MESSAGES = messages();

	@ParameterizedTest
	@MethodSource("names")
	void everyProblemSaysWhatHappenedAndWhatToDo(String name) {
		assertThat(sentence(name, "what")).endsWith(".").doesNotContain("{");
		assertThat(sentence(name, "action")).endsWith(".").doesNotContain("{");
	}

	@Test
	void noSentenceBelongsToNoProblem() {
		Set<String> told = new TreeSet<>();
		MESSAGES.stringPropertyNames()
			.forEach((key) -> told.add(key.replaceFirst("problem\\.dsm\\.(.*)\\.(what|cause|action)", "$1")));
		assertThat(told).isEqualTo(names());
	}

	@Test
	void apostrophesAreTypographicBecauseMessageFormatEatsTheOthers() {
		assertThat(MESSAGES.values()).allSatisfy((sentence) -> assertThat((String) sentence).doesNotContain("'"));
	}

	@Test
	void everyNumberOfEveryKindHasAName() {
		assertThat(IntStream.range(0, 5000).boxed()).allSatisfy((number) -> {
			assertThat(nameOf("SYNO.API.Auth", number)).isIn(names());
			assertThat(nameOf("SYNO.Core.User", number)).isIn(names());
		});
	}

	@Test
	void aNumberMeansSomethingElseOutsideTheSignIn() {
		assertThat(nameOf("SYNO.API.Auth", 403)).isEqualTo("code-required");
		assertThat(nameOf("SYNO.Core.User", 403)).isEqualTo("other-code");
	}

	@Test
	void theNumberAndTheApiAreNamed() {
		Problem problem = new DsmErrorCode("SYNO.Core.User", 3103).problem();
		assertThat(problem.arguments()).containsExactly("3103", "SYNO.Core.User");
		assertThat(problem.detail()).isEqualTo("SYNO.Core.User 3103");
	}

	static Set<String> names() {
		return DsmProblems.names();
	}

	private static String nameOf(String api, int number) {
		return new DsmErrorCode(api, number).problem().code().replaceFirst("dsm\\.", "");
	}

	private static String sentence(String name, String part) {
		String pattern = MESSAGES.getProperty("problem.dsm." + name + "." + part, "");
		return new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] { "1234", "SYNO.Core.User" });
	}

	private static Properties messages() {
		Properties messages = new Properties();
		try (Reader reader = new InputStreamReader(
				DsmProblemsTests.class.getResourceAsStream("/messages/dsm.properties"), StandardCharsets.UTF_8)) {
			messages.load(reader);
			return messages;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
