package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.export.SummaryFormat;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A summary as a file in the form that was asked for.
 */
@Component
class SummaryDownloads {

	private final List<SummaryFormat> formats;

	SummaryDownloads(List<SummaryFormat> formats) {
		this.formats = formats;
	}

	/** The file; there is none of a form that nobody knows. */
	ResponseEntity<byte[]> of(Summary summary, String extension) {
		return this.formats.stream()
			.filter((format) -> format.extension().equals(extension))
			.findFirst()
			.map((format) -> file(format, summary))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static ResponseEntity<byte[]> file(SummaryFormat format, Summary summary) {
		return Download.of(format.fileName(summary), format.mediaType(),
				format.write(summary, LocaleContextHolder.getLocale()));
	}

}
