package io.github.dsmsso.wizard.export;

import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.wizard.export.SummaryText.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However a template of text writes a value, Markdown makes nothing of it. */
class MarkdownDialectTests {

	private static final String HOSTILE = "*b* <i>|`x`\n# [c](d)";

	private static final String HARMLESS = "\\*b\\* \\<i\\>\\|\\`x\\` \\# \\[c\\](d)";

	@ParameterizedTest
	@ValueSource(strings = { "[[${value}]]", "[# th:text=\"${value}\"/]", "[[${'' + value}]]", "[[|${value}|]]",
			"[[#{with(${value})}]]", "[[${value} ?: #{own}]]" })
	void aValueIsEscaped(String template) {
		assertThat(filled(template)).isEqualTo(HARMLESS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[(${value})]", "[# th:utext=\"${value}\"/]" })
	void aValueIsNotWrittenWhereSomebodyAsksForItAsItIs(String template) {
		assertThat(filled(template)).doesNotContain("*b*", "<i>");
	}

	@Test
	void whatStandsInASettingIsCode() {
		assertThat(filled("[[${setting}]]|[[${worded}]]|[[${none}]]|")).isEqualTo("`a*b`|a\\*b||");
	}

	@Test
	void aSentenceOfTheBundleIsWrittenAsItIs() {
		assertThat(filled("[[#{own}]]")).isEqualTo("Control Panel > User & Group");
	}

	private static String filled(String template) {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("own", Locale.ENGLISH, "Control Panel > User & Group");
		messages.addMessage("with", Locale.ENGLISH, "{0}");
		StringTemplateResolver resolver = new StringTemplateResolver();
		resolver.setTemplateMode(TemplateMode.TEXT);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setDialect(new MarkdownDialect());
		engine.setTemplateEngineMessageSource(messages);
		engine.setTemplateResolver(resolver);
		return engine.process(template, new Context(Locale.ENGLISH, Map.of("value", HOSTILE, "setting",
				new Value("a*b", false), "worded", new Value("a*b", true), "none", new Value(null, false))));
	}

}
