package io.github.dsmsso.wizard.export;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.export.SummaryText.Value;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.EngineEventUtils;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.MessageExpression;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.standard.processor.StandardUtextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Thymeleaf's own dialect, with templates of text written as Markdown: each
 * {@code [[...]]} is escaped, and there is no other way to write a value.
 */
class MarkdownDialect extends SpringStandardDialect {

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		Stream<IProcessor> others = super.getProcessors(prefix).stream().filter((each) -> !writesText(each));
		return Stream.concat(others, Stream.of(new Writer(prefix))).collect(Collectors.toSet());
	}

	private static boolean writesText(IProcessor processor) {
		return processor.getTemplateMode() == TemplateMode.TEXT
				&& (processor instanceof StandardTextTagProcessor || processor instanceof StandardUtextTagProcessor);
	}

	/** Writes a value, unless it is a sentence of the message bundle, as text. */
	private static final class Writer extends AbstractAttributeTagProcessor {

		Writer(String prefix) {
			super(TemplateMode.TEXT, prefix, null, false, StandardTextTagProcessor.ATTR_NAME, true,
					StandardTextTagProcessor.PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name,
				String expression, IElementTagStructureHandler structure) {
			IStandardExpression parsed = EngineEventUtils.computeAttributeExpression(context, tag, name, expression);
			boolean sentence = parsed instanceof MessageExpression message && !message.hasParameters();
			Object value = parsed.execute(context);
			structure.setBody(sentence ? String.valueOf(value) : written(value), false);
		}

		private static String written(Object value) {
			return (value instanceof Value setting) ? written(setting) : Markdown.escaped(value.toString());
		}

		/** Words as words, everything else as code. */
		private static String written(Value setting) {
			if (setting.text() == null) {
				return "";
			}
			return setting.worded() ? Markdown.escaped(setting.text()) : Markdown.code(setting.text());
		}

	}

}
