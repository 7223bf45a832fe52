package io.github.dsmsso.wizard.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.dsm.DsmAccount;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Everybody and what becomes of their sign-in, one in a row, to be opened in a
 * spreadsheet: people first, then DSM accounts that nobody reaches, then service
 * accounts.
 */
@Component
public class PeopleFile {

	private final MessageSource messages;

	private final PersonRemarks remarks;

	PeopleFile(MessageSource messages, PersonRemarks remarks) {
		this.messages = messages;
		this.remarks = remarks;
	}

	/** The media type of the file. */
	public String mediaType() {
		return "text/csv;charset=UTF-8";
	}

	/** The name of the file. */
	public String name(String host) {
		return "dsm-sso-people-" + host.replaceAll("[^A-Za-z0-9.-]+", "-") + ".csv";
	}

	/** Writes the file in the given language. */
	public String write(People people, Locale locale) {
		Stream<List<String>> head = Stream.of(Stream.of("name", "username", "email", "account", "verdict", "remark")
			.map((column) -> say("export.people." + column, locale))
			.toList());
		Stream<List<String>> persons = people.persons().stream().map((person) -> row(person, locale));
		Stream<List<String>> accounts = people.unreached()
			.stream()
			.map((account) -> List.of("", "", account.email(), account.name(), say("export.people.unreached", locale),
					""));
		Stream<List<String>> services = people.serviceAccounts()
			.stream()
			.map((username) -> List.of("", username, "", "", say("export.people.service-account", locale), ""));
		return Csv.file(Stream.of(head, persons, accounts, services).flatMap((rows) -> rows).toList());
	}

	private List<String> row(Person person, Locale locale) {
		DsmAccount account = person.account();
		return List.of(person.name(), person.username(), person.email(), (account != null) ? account.name() : "",
				say("person.verdict." + person.verdict(), locale), this.remarks.of(person, locale));
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
