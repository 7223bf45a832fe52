package io.github.dsmsso.wizard.verify;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AccountName;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.dsm.DsmAccount;

/**
 * Who becomes an administrator of DSM by single sign-on.
 */
final class AdministratorsCheck implements Check {

	private static final String ID = "administrators";

	@Override
	public CheckResult examine(Observation observation) {
		return PeopleReading.of(observation).judge(ID, AdministratorsCheck::judge);
	}

	private static CheckResult judge(People people) {
		String names = names(people, Note.BECOMES_ADMINISTRATOR);
		if (names.isEmpty()) {
			return people.with(Verdict.NAME_NOT_KNOWN).isEmpty() ? CheckResult.pass(ID, "nobody")
					: CheckResult.unknown(ID, "not-known");
		}
		String others = underTheNameOfAnother(people);
		CheckResult result = (others.isEmpty() ? CheckResult.pass(ID, "some")
				: CheckResult.warn(ID, "another-name", others))
			.with("administrators", names);
		String unchosen = names(people, Note.ADMINISTRATOR_NOT_CHOSEN);
		return unchosen.isEmpty() ? result : result.with("administrators-not-chosen", unchosen);
	}

	/**
	 * Those who become an administrator whose name is not their own, with that name.
	 * Upper case, a domain and an address of the same name are no other name.
	 */
	private static String underTheNameOfAnother(People people) {
		return people.persons()
			.stream()
			.filter((person) -> person.has(Note.BECOMES_ADMINISTRATOR))
			.flatMap(AdministratorsCheck::underAnotherName)
			.collect(Collectors.joining(", "));
	}

	private static String names(People people, Note note) {
		return people.persons()
			.stream()
			.filter((person) -> person.has(note))
			.map(Person::username)
			.collect(Collectors.joining(", "));
	}

	private static Stream<String> underAnotherName(Person person) {
		DsmAccount account = person.account();
		if (account == null || new AccountName(person.username()).resembles(new AccountName(account.name()))) {
			return Stream.empty();
		}
		return Stream.of(person.username() + " (" + account.name() + ")");
	}

}
