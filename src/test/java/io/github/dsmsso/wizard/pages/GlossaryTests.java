package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every message, template and document to the words of
 * {@code src/docs/glossary.md}.
 */
class GlossaryTests {

	private static final Path GLOSSARY = Path.of("src", "docs", "glossary.md");

	private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

	private static final List<String> TERMS = new ArrayList<>();

	private static final List<Pattern> FORBIDDEN = new ArrayList<>();

	@BeforeAll
	static void readTheGlossary() throws IOException {
		for (String line : Files.readAllLines(GLOSSARY)) {
			String[] cells = line.split("\\|");
			if (cells.length > 3 && !cells[1].isBlank() && !cells[1].startsWith("--")) {
				TERMS.addAll(Arrays.stream(cells[1].split(",")).map(String::strip).toList());
				forbid(cells[3]);
			}
			else if (line.startsWith("Words that are never right")) {
				forbid(line);
			}
		}
	}

	private static void forbid(String words) {
		QUOTED.matcher(words)
			.results()
			.map((match) -> match.group(1))
			.map((word) -> "\\b" + word.replace(" * ", " \\S+ ").replaceAll("\\*$", "\\\\w*") + "\\b")
			.map((word) -> Pattern.compile(word, Pattern.CASE_INSENSITIVE))
			.forEach(FORBIDDEN::add);
	}

	@Test
	void theGlossaryHasTermsAndWordsNotToUse() {
		assertThat(TERMS).hasSizeGreaterThan(40).contains("redirect URI", "permission", "subject mode");
		assertThat(FORBIDDEN).hasSizeGreaterThan(60);
	}

	@ParameterizedTest
	@CsvSource({ "No public authority vouches for it., authority|vouches",
			"No public certificate authority issued it., ''", "Mend it and let her in., let her in|Mend",
			"Its user lacks a right to view it., right to" })
	void aWordThatIsNotToBeUsedIsFound(String sentence, String words) {
		assertThat(found(sentence)).isEqualTo(words);
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void noMessageHasAWordThatIsNotToBeUsed(Path bundle) throws IOException {
		Properties messages = new Properties();
		messages.load(Files.newBufferedReader(bundle));
		assertThat(messages)
			.allSatisfy((key, sentence) -> assertThat(found(sentence.toString())).as("%s=%s", key, sentence).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("templates")
	void noTemplateHasAWordThatIsNotToBeUsed(Path template) throws IOException {
		String text = Files.readString(template).replaceAll("(?s)<!--.*?-->", " ").replaceAll("<[^>]*>", "\n");
		assertThat(text.lines().map(GlossaryTests::found).filter((words) -> !words.isEmpty())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void noDocumentHasAWordThatIsNotToBeUsed(Path document) throws IOException {
		String text = Files.readString(document).replaceAll("(?s)```.*?```", " ").replaceAll("`[^`]*`", "…");
		assertThat(text.lines().map(GlossaryTests::found).filter((words) -> !words.isEmpty())).isEmpty();
	}

	private static String found(String sentence) {
		String rest = TERMS.stream()
			.reduce(sentence, (text, term) -> text.replaceAll("(?i)\\b" + Pattern.quote(term) + "\\b", "…"));
		return FORBIDDEN.stream()
			.flatMap((pattern) -> pattern.matcher(rest).results())
			.map((match) -> match.group())
			.collect(Collectors.joining("|"));
	}

	private static List<Path> bundles() throws IOException {
		return files("messages", ".properties");
	}

	private static List<Path> templates() throws IOException {
		return files("templates", ".html");
	}

	private static List<Path> files(String folder, String suffix) throws IOException {
		return files(Path.of("src", "main", "resources", folder), suffix);
	}

	private static List<Path> documents() throws IOException {
		return Stream.concat(Stream.of(Path.of("README.md")), files(GLOSSARY.getParent(), ".md").stream())
			.filter((document) -> !document.equals(GLOSSARY))
			.toList();
	}

	private static List<Path> files(Path folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList();
		}
	}

}
