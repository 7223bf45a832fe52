package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages are sent of Bootstrap, which the build takes from the WebJar.
 */
class StyleSheetTests {

	private static final Pattern CLASS_ATTRIBUTE = Pattern.compile("class(?:append)?=\"([^\"]*)\"");

	private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w-]*+(?![.(])");

	private static final Pattern CLASS_SELECTOR = Pattern.compile("\\.([A-Za-z][\\w-]*)(?=[^{}]*\\{)");

	/** No variable: of these only what is read is sent. */
	private static final Pattern PROPERTY = Pattern.compile("(?:^|;)\\s*(-?[a-z][a-z-]*)\\s*:");

	private final String whole = webJar();

	private final String sent = resource("assets/css/bootstrap.css");

	private final Set<String> used = classesOfTheTemplates();

	@Test
	void eachClassOfBootstrapOnThePagesLooksAsBootstrapWantsIt() {
		Set<String> compared = new TreeSet<>();

		for (String name : this.used) {
			Set<String> wanted = propertiesOf(name, this.whole);
			assertThat(propertiesOf(name, this.sent)).as(name).containsAll(wanted);
			if (!wanted.isEmpty()) {
				compared.add(name);
			}
		}

		assertThat(compared).contains("btn", "form-control", "form-select", "form-check-input");
	}

	@Test
	void noComponentIsSentThatNoPageUses() {
		String asked = withoutComments(this.sent).replaceAll(":not\\([^()]*\\)", "");

		assertThat(names(CLASS_SELECTOR, asked)).isSubsetOf(this.used);
		assertThat(names(CLASS_SELECTOR, this.whole)).hasSizeGreaterThan(1000);
	}

	@Test
	void eachVariableThatIsReadIsSent() {
		Pattern read = Pattern.compile("var\\((--bs-[\\w-]+)\\)");
		Pattern declared = Pattern.compile("(--bs-[\\w-]+)\\s*:");
		String own = resource("assets/css/wizard.css");

		Set<String> missing = names(read, this.sent + own);
		missing.removeAll(names(declared, this.sent + own));

		Set<String> missingInTheWhole = names(read, this.whole);
		missingInTheWhole.removeAll(names(declared, this.whole));
		assertThat(missing).isSubsetOf(missingInTheWhole);
	}

	@Test
	void itsCopyrightGoesWithIt() {
		assertThat(this.sent).startsWith("/*!").contains("The Bootstrap Authors", "Licensed under MIT");
	}

	/** What the rules of this class alone declare. */
	private static Set<String> propertiesOf(String name, String sheet) {
		return Pattern.compile("(?:^|(?<=[{}]))\\s*\\." + Pattern.quote(name) + "\\s*\\{([^}]*)\\}")
			.matcher(withoutComments(sheet))
			.results()
			.flatMap((rule) -> PROPERTY.matcher(rule.group(1)).results())
			.map((property) -> property.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String withoutComments(String sheet) {
		return sheet.replaceAll("(?s)/\\*.*?\\*/", "");
	}

	private static Set<String> names(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> classesOfTheTemplates() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			return files.filter(Files::isRegularFile)
				.flatMap((file) -> CLASS_ATTRIBUTE.matcher(text(file)).results())
				.flatMap((attribute) -> NAME.matcher(attribute.group(1)).results())
				.map(MatchResult::group)
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String webJar() {
		try {
			return new PathMatchingResourcePatternResolver()
				.getResources("classpath*:META-INF/resources/webjars/bootstrap/*/css/bootstrap.css")[0]
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String resource(String name) {
		try (InputStream content = StyleSheetTests.class.getClassLoader().getResourceAsStream(name)) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
