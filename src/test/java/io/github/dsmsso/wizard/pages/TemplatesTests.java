package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no template may do: evaluate text as an expression, write markup that came from
 * elsewhere, or need what the Content-Security-Policy forbids.
 */
class TemplatesTests {

	@ParameterizedTest
	@MethodSource("templates")
	void noTextBecomesMarkupOrCode(Path template) throws IOException {
		assertThat(Files.readString(template)).doesNotContain("th:utext", "[(", "__$", "__#", "th:inline", "T(");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nothingNeedsAnInlineScriptOrStyle(Path template) throws IOException {
		assertThat(Files.readString(template)).doesNotContainPattern("\\sstyle=|\\son[a-z]+=|javascript:")
			.doesNotContainPattern("<script(?![^>]*nonce=)")
			.doesNotContainPattern(isFile(template) ? "<script" : "<style");
	}

	/** A file is by itself wherever it is opened: it says what may be loaded. */
	@Test
	void aFileBringsItsOwnStyleAndForbidsEverythingElse() throws IOException {
		assertThat(templates().stream().filter(TemplatesTests::isFile)).singleElement()
			.satisfies((file) -> assertThat(Files.readString(file))
				.contains("<style>",
						"<meta http-equiv=\"Content-Security-Policy\""
								+ " content=\"default-src 'none'; style-src 'unsafe-inline'\">")
				.doesNotContain("<link", "src=", "href=", "url(", "@import"));
	}

	private static boolean isFile(Path template) {
		return template.getParent().endsWith("export");
	}

	@ParameterizedTest
	@MethodSource("templates")
	void nothingIsFetchedFromElsewhere(Path template) throws IOException {
		assertThat(Files.readString(template)).doesNotContainPattern("(?:src|action)=\"(?:https?:)?//")
			.doesNotContainPattern("<link[^>]*[^:]href=\"");
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
	}

}
