package io.github.dsmsso.wizard.export;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * The summary as text for people, who may put it beside their own.
 */
@Component
class MarkdownSummary implements SummaryFormat {

	private final SummaryTexts texts;

	private final SummaryTemplates templates;

	MarkdownSummary(SummaryTexts texts, SummaryTemplates templates) {
		this.texts = texts;
		this.templates = templates;
	}

	@Override
	public String mediaType() {
		return "text/markdown;charset=UTF-8";
	}

	@Override
	public String extension() {
		return "md";
	}

	@Override
	public String write(Summary summary, Locale locale) {
		return this.templates.fill("export/summary.md", this.texts.of(summary, locale), locale);
	}

}
