package io.github.dsmsso.wizard.export;

import java.util.regex.Pattern;

/**
 * Text of others in a Markdown file: it can be read, and does nothing.
 */
final class Markdown {

	private Markdown() {
	}

	/**
	 * What ends a line, steers a terminal or turns the direction of writing round, in all
	 * of Unicode: controls (C0, C1), line and paragraph separators, invisible formats
	 * such as U+202E, halves of letters, and what no letter has been assigned to.
	 */
	private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");

	/** Text as text: no links, no table cells, no markup, no entities, one line. */
	static String escaped(String text) {
		return oneLine(text).replaceAll("([\\\\`*_~\\[\\]<>|#!&])", "\\\\$1");
	}

	/**
	 * A technical token; what holds a back tick or a bar cannot be one, for it would end
	 * it.
	 */
	static String code(String text) {
		String line = oneLine(text);
		return (line.indexOf('`') < 0 && line.indexOf('|') < 0) ? "`" + line + "`" : escaped(line);
	}

	private static String oneLine(String text) {
		return UNSAFE.matcher(text).replaceAll(" ");
	}

}
