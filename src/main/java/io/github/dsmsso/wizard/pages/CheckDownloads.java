package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.export.CheckFile;
import io.github.dsmsso.wizard.export.CheckFiles;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the checks found as a file in the form that was asked for.
 */
@Component
class CheckDownloads {

	private final CheckFiles files;

	CheckDownloads(CheckFiles files) {
		this.files = files;
	}

	/** The file; there is none of a form that nobody knows. */
	ResponseEntity<byte[]> of(CheckFile file, String extension) {
		return switch (extension) {
			case "md" -> Download.of(this.files.name(file) + ".md", "text/markdown;charset=UTF-8",
					this.files.markdown(file, LocaleContextHolder.getLocale()));
			case "json" -> Download.of(this.files.name(file) + ".json", "application/json", this.files.json(file));
			default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		};
	}

}
