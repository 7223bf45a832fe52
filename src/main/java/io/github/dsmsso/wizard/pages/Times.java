package io.github.dsmsso.wizard.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Moments as pages show them, the same on each: in the zone of this machine, written as
 * the language of the page writes them.
 */
@Component
class Times {

	private final MessageSourceAccessor messages;

	Times(MessageSource messages) {
		this.messages = new MessageSourceAccessor(messages);
	}

	/** The time of day, for what has just happened. */
	String time(Instant instant) {
		return format("layout.time", instant);
	}

	/** Day, time and zone, for what may be long ago. */
	String dateAndTime(Instant instant) {
		return format("layout.date-and-time", instant);
	}

	private String format(String pattern, Instant instant) {
		return DateTimeFormatter.ofPattern(this.messages.getMessage(pattern), LocaleContextHolder.getLocale())
			.format(instant.atZone(ZoneId.systemDefault()));
	}

}
