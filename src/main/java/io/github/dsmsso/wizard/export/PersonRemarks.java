package io.github.dsmsso.wizard.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is to be said of one person alone, the same on the page and in the file.
 */
@Component
public class PersonRemarks {

	private static final int MOST_NAMES = 5;

	private final MessageSource messages;

	PersonRemarks(MessageSource messages) {
		this.messages = messages;
	}

	/** The sentences in the given language; empty where there is nothing to say. */
	public String of(Person person, Locale locale) {
		String name = person.sent();
		Stream<String> sent = (name != null && person.isRenamed()) ? Stream.of(say("person.sent", locale, name))
				: Stream.empty();
		Stream<String> sharing = person.sharing().isEmpty() ? Stream.empty()
				: Stream.of(say("person.sharing", locale, names(person.sharing())));
		return Stream.of(sent, notes(person, locale), sharing)
			.flatMap((sentences) -> sentences)
			.collect(Collectors.joining(" "));
	}

	/**
	 * That somebody administers DSM is said once, and more urgently where nobody meant
	 * it.
	 */
	private Stream<String> notes(Person person, Locale locale) {
		return person.notes()
			.stream()
			.sorted()
			.filter((note) -> note != Note.BECOMES_ADMINISTRATOR || !person.has(Note.ADMINISTRATOR_NOT_CHOSEN))
			.map((note) -> say("person.note." + note, locale) + ".");
	}

	private static String names(List<String> usernames) {
		String first = usernames.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
		return (usernames.size() > MOST_NAMES) ? first + " … (" + usernames.size() + ")" : first;
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
