package io.github.dsmsso.wizard.export;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The forms of the summary, with the words of the pages. */
final class Formats {

	private static final ResourceBundleMessageSource MESSAGES = messages();

	private static final SummaryTexts TEXTS = new SummaryTexts(MESSAGES, new FieldTexts(MESSAGES));

	private Formats() {
	}

	static SummaryFormat markdown() {
		return new MarkdownSummary(TEXTS, new SummaryTemplates(MESSAGES));
	}

	static SummaryFormat html() {
		return new HtmlSummary(TEXTS, new SummaryTemplates(MESSAGES));
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/pages", "messages/plan", "messages/export", "messages/layout");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
