package io.github.dsmsso.wizard.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Text of others in a CSV file, as RFC 4180 has it and Excel opens it: it can be read,
 * and does nothing.
 */
final class Csv {

	/** Without it Excel takes the file for one in the code page of the country. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** What a spreadsheet would take for a formula, in full width letters, too. */
	private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

	private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setQuoteMode(QuoteMode.ALL).get();

	private Csv() {
	}

	/** A file with these rows, the first of which names the columns. */
	static String file(List<List<String>> rows) {
		StringBuilder file = new StringBuilder(BYTE_ORDER_MARK);
		try (CSVPrinter printer = new CSVPrinter(file, FORMAT)) {
			for (List<String> row : rows) {
				printer.printRecord(row.stream().map(Csv::harmless));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toString();
	}

	private static String harmless(String text) {
		return FORMULA.matcher(text).find() ? "'" + text : text;
	}

}
