package io.github.dsmsso.wizard.verify;

import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.authentik.SubjectMode;

/**
 * Everyone has a subject of their own: with the e-mail as subject, an e-mail of their
 * own.
 */
final class SubjectCheck implements Check {

	private static final String ID = "subject";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> (provider.subjectMode() != SubjectMode.USER_EMAIL)
					? CheckResult.pass(ID, "not-email") : PeopleReading.of(observation).judge(ID, SubjectCheck::judge));
	}

	private static CheckResult judge(People people) {
		String names = people.gettingIn()
			.stream()
			.filter((person) -> person.has(Note.EMAIL_MISSING) || person.has(Note.EMAIL_SHARED))
			.map(Person::username)
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? CheckResult.pass(ID, "emails-unique") : CheckResult.warn(ID, "emails-collide", names);
	}

}
