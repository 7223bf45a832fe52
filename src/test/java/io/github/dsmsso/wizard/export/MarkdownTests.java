package io.github.dsmsso.wizard.export;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

	@Test
	void noLetterOfUnicodeEndsALineOrTurnsTheDirectionRound() {
		IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(MarkdownTests::isUnsafe).forEach((letter) -> {
			String text = "a" + Character.toString(letter) + "b";
			assertThat(Markdown.escaped(text)).as("U+%04X", letter).isEqualTo("a b");
			assertThat(Markdown.code(text)).as("U+%04X", letter).isEqualTo("`a b`");
		});
	}

	/** By number, not by category, so that a category that is left out is missed. */
	private static boolean isUnsafe(int letter) {
		return letter < 0x20 || (letter >= 0x7f && letter < 0xa0) || letter == 0xad || letter == 0x61c
				|| (letter >= 0x200b && letter <= 0x200f) || (letter >= 0x2028 && letter <= 0x202e)
				|| (letter >= 0x2060 && letter <= 0x206f) || letter == 0xfeff || (letter >= 0xd800 && letter <= 0xdfff)
				|| (letter >= 0xe0000 && letter <= 0xe007f);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a|b", "a\\|b", "a\\\\|b", "`|`", "|", "\\", "a\\" })
	void aBarNeverEndsACell(String text) {
		assertThat(cells("| " + Markdown.escaped(text) + " | x |")).isEqualTo(2);
		assertThat(cells("| " + Markdown.code(text) + " | x |")).isEqualTo(2);
	}

	@Test
	void markupIsShownAndNotDone() {
		assertThat(Markdown.escaped("<b>*x*</b> [a](b) ![c](d) &#x202e; ~~e~~ # `f`"))
			.isEqualTo("\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\!\\[c\\](d) \\&\\#x202e; \\~\\~e\\~\\~ \\# \\`f\\`");
		assertThat(Markdown.code("a`b")).isEqualTo("a\\`b");
		assertThat(Markdown.escaped("Ångström-שרה-日本")).isEqualTo("Ångström-שרה-日本");
	}

	/**
	 * As GitHub's Markdown counts them: a backslash takes the meaning from what follows.
	 */
	private static int cells(String row) {
		return row.replaceAll("\\\\.", "").replaceAll("[^|]", "").length() - 1;
	}

}
