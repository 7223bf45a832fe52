package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.Person.Outlook;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import org.jspecify.annotations.Nullable;

/**
 * Who will be able to sign in.
 *
 * @param persons every person authentik knows, those who will get in first, then by name
 * @param unreached enabled DSM accounts that nobody will reach by single sign-on, by
 * name; none where that is not known
 * @param serviceAccounts user names of those users of authentik that are no people
 * @param defaultAccess who may use an application that nobody is bound to
 */
public record People(List<Person> persons, List<DsmAccount> unreached, List<String> serviceAccounts,
		DefaultAccess defaultAccess) {

	public People {
		persons = List.copyOf(persons);
		unreached = List.copyOf(unreached);
		serviceAccounts = List.copyOf(serviceAccounts);
	}

	/** How many get in; null where that is not known, and nobody is known to. */
	public @Nullable Integer howManyGetIn() {
		boolean known = notKnown().isEmpty() || !gettingIn().isEmpty();
		return known ? gettingIn().size() : null;
	}

	/** Those who will get in. */
	public List<Person> gettingIn() {
		return with(Verdict.WILL_GET_IN);
	}

	/** Those of whom it is not known, because authentik was not asked. */
	public List<Person> notKnown() {
		return this.persons.stream().filter((person) -> person.verdict().isNotKnown()).toList();
	}

	/**
	 * Those whom authentik would let through and DSM perhaps not: the ones to do
	 * something about.
	 */
	public List<Person> stranded() {
		return this.persons.stream()
			.filter((person) -> !person.willGetIn() && !person.verdict().isNotKnown() && !isKeptOut(person))
			.toList();
	}

	public List<Person> with(Verdict verdict) {
		return this.persons.stream().filter((person) -> person.verdict() == verdict).toList();
	}

	/**
	 * Those whose outlook is better after a change than before, as they stand after it.
	 * Who could not sign in and whose verdict is not known afterwards is among them: a
	 * risk names rather one person too many.
	 */
	public static List<Person> gained(People before, People after) {
		Map<String, Outlook> earlier = before.persons.stream()
			.collect(Collectors.toMap(Person::username, (person) -> person.verdict().outlook(), (one, other) -> one));
		return after.persons.stream()
			.filter((person) -> person.verdict()
				.outlook()
				.compareTo(earlier.getOrDefault(person.username(), Outlook.OUT)) > 0)
			.toList();
	}

	/** Those whose outlook is worse after a change than before, as they stood before. */
	public static List<Person> lost(People before, People after) {
		return gained(after, before);
	}

	private static boolean isKeptOut(Person person) {
		return person.verdict() == Verdict.NOT_ALLOWED_BY_AUTHENTIK
				|| person.verdict() == Verdict.INACTIVE_IN_AUTHENTIK;
	}

}
