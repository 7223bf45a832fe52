package io.github.dsmsso.wizard.verify;

import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;

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
		String names = people.persons()
			.stream()
			.filter((person) -> person.has(Note.BECOMES_ADMINISTRATOR))
			.map(Person::username)
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? CheckResult.pass(ID, "nobody")
				: CheckResult.pass(ID, "some").with("administrators", names);
	}

}
