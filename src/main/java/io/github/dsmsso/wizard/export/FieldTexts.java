package io.github.dsmsso.wizard.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Names and values of a plan in words, where the consoles show words: the vendors' own
 * names of them stand under {@code plan.field}, {@code plan.value} and {@code plan.name}
 * in the message bundle, and a value without words is shown as it is. Summaries and pages
 * use it alike.
 */
@Component
public class FieldTexts {

	private static final String SEPARATOR = ", ";

	private final MessageSource messages;

	FieldTexts(MessageSource messages) {
		this.messages = messages;
	}

	/** The label of a field. */
	public String label(String field, Locale locale) {
		return this.messages.getMessage("plan.field." + field, null, locale);
	}

	/** What stands in a field; a list is put into words one by one. */
	public String value(String field, String value, Locale locale) {
		return Arrays.stream(value.split(SEPARATOR, -1))
			.map((part) -> orAsItIs("plan.value." + field + "." + part, part, locale))
			.collect(Collectors.joining(SEPARATOR));
	}

	/** Whether words stand for any of these values of a field. */
	public boolean isWorded(String field, Locale locale, String... values) {
		return Arrays.stream(values).anyMatch((value) -> !value(field, value, locale).equals(value));
	}

	/**
	 * The name of an object; where it has none of its own, a vendor's key stands for it.
	 */
	public String name(String object, String name, Locale locale) {
		return orAsItIs("plan.name." + object + "." + name, name, locale);
	}

	private String orAsItIs(String key, String otherwise, Locale locale) {
		String words = this.messages.getMessage(key, null, null, locale);
		return (words != null) ? words : otherwise;
	}

}
