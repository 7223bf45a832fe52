package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
		assertThat(Files.readString(template)).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:")
			.doesNotContainPattern("<script(?![^>]*nonce=)");
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
