package io.github.dsmsso.wizard.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The templates of the files, filled by an engine of their own: what a page may do, such
 * as ask beans, a file may not.
 */
@Component
class SummaryTemplates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	SummaryTemplates(MessageSource messages) {
		this.engine.setDialect(new MarkdownDialect());
		this.engine.setTemplateEngineMessageSource(messages);
		this.engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
		this.engine.addTemplateResolver(resolver(".md", TemplateMode.TEXT));
	}

	private static ITemplateResolver resolver(String suffix, TemplateMode mode) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(SummaryTemplates.class.getClassLoader());
		resolver.setPrefix("templates/");
		resolver.setResolvablePatterns(Set.of("*" + suffix));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return resolver;
	}

	String fill(String template, SummaryText summary, Locale locale) {
		return fill(template, Map.of("summary", summary), locale);
	}

	String fill(String template, Map<String, Object> values, Locale locale) {
		return this.engine.process(template, new Context(locale, values));
	}

}
