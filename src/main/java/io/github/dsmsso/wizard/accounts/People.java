package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.dsm.DsmAccount;

/**
 * Who will be able to sign in.
 *
 * @param persons everyone authentik knows, those who will get in first, then by name
 * @param unreached enabled DSM accounts that nobody will reach by single sign-on, by name
 */
public record People(List<Person> persons, List<DsmAccount> unreached) {

	public People {
		persons = List.copyOf(persons);
		unreached = List.copyOf(unreached);
	}

	/** Those who will get in. */
	public List<Person> gettingIn() {
		return with(Verdict.WILL_GET_IN);
	}

	/**
	 * Those whom authentik would let through and DSM perhaps not: the ones to do
	 * something about.
	 */
	public List<Person> stranded() {
		return this.persons.stream().filter((person) -> !person.willGetIn() && !isKeptOut(person)).toList();
	}

	public List<Person> with(Verdict verdict) {
		return this.persons.stream().filter((person) -> person.verdict() == verdict).toList();
	}

	private static boolean isKeptOut(Person person) {
		return person.verdict() == Verdict.NOT_ALLOWED_BY_AUTHENTIK
				|| person.verdict() == Verdict.INACTIVE_IN_AUTHENTIK;
	}

}
