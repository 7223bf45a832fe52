package io.github.dsmsso.wizard.export;

/**
 * Text of others in a Markdown file: it can be read, and does nothing.
 */
final class Markdown {

	private Markdown() {
	}

	/** Text as text: no links, no table cells, no markup, one line. */
	static String escaped(String text) {
		return oneLine(text).replaceAll("([\\\\`*_\\[\\]<>|#!])", "\\\\$1");
	}

	/** A technical token; a back tick or bar would end it. */
	static String code(String text) {
		return "`" + oneLine(text).replace('`', '\'').replace("|", "\\|") + "`";
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ");
	}

}
