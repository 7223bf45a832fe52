package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.texts.ProblemTexts;
import io.github.dsmsso.wizard.texts.ProblemTexts.ProblemText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class MessagesTests {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	private final ProblemTexts texts = new ProblemTexts(messages());

	@ParameterizedTest
	@EnumSource(ApiFailure.Kind.class)
	void everyFailureOfACallSaysWhatHappenedWhyAndWhatToDo(ApiFailure.Kind kind) {
		ProblemText text = this.texts.of(new ApiFailure(kind, BaseUrl.parse("nas.example.org:5001"), null).problem());
		assertThat(text.what()).doesNotContain("??", "{").contains("nas.example.org");
		assertThat(text.cause()).isNotNull().doesNotContain("{");
		assertThat(text.action()).doesNotContain("??", "{");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nаs", "na s", "ftp://nas", "me@nas", "nas/path", "nas/photo", "nas/..", "http://nas",
			"::1", "fe80::1", "[fe80::1%eth0]", "1.2.3", "-nas", "nas:0", "quickconnect.to", "169.254.169.254" })
	void everyRefusedAddressSaysWhatToTypeInstead(String typed) {
		ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> BaseUrl.parse(typed));
		assertThat(this.texts.inShort(refusal.problem())).doesNotContain("??", "{");
	}

	@Test
	void aSuggestedAddressStandsInTheSentence() {
		ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> BaseUrl.parse("http://nas"));
		assertThat(this.texts.of(refusal.problem()).action()).isEqualTo("Enter https://nas instead.");
	}

	@Test
	void aFailureNamesAHostInBothForms() {
		BaseUrl address = BaseUrl.parse("https://bücher.example:5001");
		ProblemText text = this.texts.of(new ApiFailure(ApiFailure.Kind.NAME_NOT_FOUND, address, null).problem());
		assertThat(text.what()).isEqualTo("The name bücher.example (xn--bcher-kva.example) cannot be resolved.");
	}

	@Test
	void aSentenceThatNobodyWroteIsEasyToFind() {
		assertThat(this.texts.of(Problem.of("no.such")).what()).isEqualTo("??problem.no.such.what??");
	}

	@Test
	void everyMessageThatATemplateNamesIsWritten() throws IOException {
		Pattern named = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");
		TreeSet<String> missing = new TreeSet<>();
		for (String suffix : List.of(".html", ".md")) {
			for (Path template : files("templates", suffix)) {
				named.matcher(Files.readString(template)).results().forEach((match) -> missing.add(match.group(1)));
			}
		}
		assertThat(missing).isNotEmpty();
		missing.removeAll(all().stringPropertyNames());
		assertThat(missing).isEmpty();
	}

	@Test
	void everyStepAndThemeHasItsName() throws IOException {
		Properties all = all();
		assertThat(Stream
			.of(Arrays.stream(WizardStep.values()).map(WizardStep::key),
					Arrays.stream(WizardStep.Standing.values()).map(WizardStep.Standing::key),
					Arrays.stream(Theme.values()).map(Theme::key))
			.flatMap((keys) -> keys)).allMatch(all::containsKey);
	}

	@ParameterizedTest
	@EnumSource(Term.class)
	void everyTermIsExplained(Term term) throws IOException {
		assertThat(all().stringPropertyNames()).contains("terms." + term.key(), "terms." + term.key() + ".text");
	}

	/** A menu path that no link knows leaves people to look for the page. */
	@Test
	void everyMenuPathOfAuthentikIsOneThatALinkKnows() throws IOException {
		Properties all = all();
		List<String> known = Arrays.stream(ConsolePage.values()).map((page) -> all.getProperty(page.key())).toList();
		Pattern menuPath = Pattern
			.compile("(?<!> )\\b(Directory|Applications|System|Customization|Events|Flows and Stages) > .*");
		assertThat(all.values()).allSatisfy((text) -> assertThat(menuPath.matcher(text.toString()).results())
			.allMatch((path) -> known.stream().anyMatch(path.group()::startsWith)));
	}

	@ParameterizedTest
	@CsvSource({ "0, 2 passed, no warnings, 0 failed, 3 not checked", "1, 2 passed, 1 warning, 0 failed, 3 not checked",
			"2, 2 passed, 2 warnings, 0 failed, 3 not checked" })
	void aCountReadsRightForNoneOneAndMany(long warnings, String passed, String warned, String failed, String others)
			throws IOException {
		String counts = MessageFormat.format(all().getProperty("export.checks.value"), 2L, warnings, 0L, 3L);
		assertThat(counts).isEqualTo(String.join(", ", passed, warned, failed, others));
	}

	/**
	 * A message format swallows a straight apostrophe: the sentences use the curly one.
	 */
	@Test
	void noMessageHasAStraightApostrophe() throws IOException {
		assertThat(all()).allSatisfy((key, text) -> assertThat(text.toString()).as(key.toString()).doesNotContain("'"));
	}

	private static Properties all() throws IOException {
		Properties all = new Properties();
		for (Path bundle : files("messages", ".properties")) {
			if (!bundle.getFileName().toString().contains("_")) {
				all.load(Files.newBufferedReader(bundle));
			}
		}
		return all;
	}

	private static List<Path> files(String folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
			return files.filter((file) -> file.toString().endsWith(suffix)).toList();
		}
	}

	private static ResourceBundleMessageSource messages() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/address", "messages/network");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
