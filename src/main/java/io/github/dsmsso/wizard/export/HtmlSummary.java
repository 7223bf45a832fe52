package io.github.dsmsso.wizard.export;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * The summary as one file that any browser shows and prints.
 */
@Component
class HtmlSummary implements SummaryFormat {

	private final SummaryTexts texts;

	private final SummaryTemplates templates;

	HtmlSummary(SummaryTexts texts, SummaryTemplates templates) {
		this.texts = texts;
		this.templates = templates;
	}

	@Override
	public String mediaType() {
		return "text/html;charset=UTF-8";
	}

	@Override
	public String extension() {
		return "html";
	}

	@Override
	public String write(Summary summary, Locale locale) {
		return this.templates.fill("export/summary.html", this.texts.of(summary, locale), locale);
	}

}
