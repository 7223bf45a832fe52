package io.github.dsmsso.wizard.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a summary. The order is fixed, so that two runs can be compared line by line.
 */
public interface SummaryFormat {

	/** The media type of what is written. */
	String mediaType();

	/** The end of the file's name. */
	String extension();

	/** Writes the summary in the given language. */
	String write(Summary summary, Locale locale);

	/** The name of the file: what it is, the NAS and the day. */
	default String fileName(Summary summary) {
		String host = summary.nas().address().replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9.-]+", "-");
		String day = DateTimeFormatter.ISO_LOCAL_DATE.format(summary.at().atOffset(ZoneOffset.UTC));
		return (summary.isPlan() ? "dsm-sso-plan-" : "dsm-sso-") + host + "-" + day + "." + extension();
	}

}
