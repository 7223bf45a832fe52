package io.github.dsmsso.wizard.verify;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	/**
	 * The watch for a sign-in is no check of the list; its words are proved beside it.
	 */
	private static final String NOT_OF_THE_LIST = "check\\.(verdict|sign-in)\\..*";

	@Test
	void everySentenceIsSaidOfSomeFault() {
		Set<String> said = CheckTests.faults()
			.map((fault) -> (Consumer<?>) fault.get()[3])
			.flatMap(WordsTests::saidOf)
			.collect(Collectors.toSet());
		assertThat(sentences()).isSubsetOf(said);
	}

	@Test
	void noSentenceHoldsAQuoteThatTheFormatterWouldSwallow() {
		assertThat(Words.keys()).allSatisfy((key) -> assertThat(Words.of(key)).doesNotContain("'").isNotBlank());
	}

	@SuppressWarnings("unchecked")
	private static Stream<String> saidOf(Consumer<?> fault) {
		Picture picture = Picture.wellSet();
		((Consumer<Picture>) fault).accept(picture);
		return picture.results().stream().map(CheckResult::findingCode);
	}

	private static Set<String> sentences() {
		return Words.keys()
			.stream()
			.filter((key) -> key.startsWith("check.") && !key.endsWith(".title") && !key.endsWith(".action"))
			.filter((key) -> !key.matches(NOT_OF_THE_LIST))
			.collect(Collectors.toSet());
	}

}
