package io.github.dsmsso.wizard.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of others in a CSV file, as RFC 4180 has it and Excel opens it: it can be read,
 * and does nothing.
 */
final class Csv {

	/** Without it Excel takes the file for one in the code page of the country. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** What a spreadsheet would take for a formula, in full width letters, too. */
	private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

	private Csv() {
	}

	/** A file with these rows, the first of which names the columns. */
	static String file(List<List<String>> rows) {
		return rows.stream().map(Csv::row).collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
	}

	private static String row(List<String> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
		return "\"" + harmless.replace("\"", "\"\"") + "\"";
	}

}
