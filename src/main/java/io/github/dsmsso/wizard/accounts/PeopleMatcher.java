package io.github.dsmsso.wizard.accounts;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.DsmAccount;

/**
 * Holds authentik's people against DSM's accounts, by the name that authentik sends as
 * {@code preferred_username}.
 */
public final class PeopleMatcher {

	private static final Comparator<Person> ORDER = Comparator.comparing(Person::verdict)
		.thenComparing(Person::username, String.CASE_INSENSITIVE_ORDER)
		.thenComparing(Person::username);

	private final Population population;

	private final AccountFinder finder;

	private final Membership membership;

	private final Set<String> sharedEmails;

	private PeopleMatcher(Population population) {
		this.population = population;
		this.finder = new AccountFinder(population.dsm(), population.localAllowed());
		this.membership = new Membership(population.groups(), population.access());
		this.sharedEmails = sharedEmails(population.users());
	}

	/** Finds out who will be able to sign in. */
	public static People match(Population population) {
		PeopleMatcher matcher = new PeopleMatcher(population);
		List<Person> persons = population.users().stream().map(matcher::person).sorted(ORDER).toList();
		return new People(persons, matcher.unreached(persons));
	}

	private Person person(AuthentikUser user) {
		AccountFinder.Match match = this.finder.find(new AccountName(user.username()));
		return new Person(user.username(), user.name(), user.email(), match.account(), verdict(user, match),
				notes(user, match));
	}

	private Verdict verdict(AuthentikUser user, AccountFinder.Match match) {
		if (!user.active()) {
			return Verdict.INACTIVE_IN_AUTHENTIK;
		}
		return this.membership.admits(user) ? match.verdict() : Verdict.NOT_ALLOWED_BY_AUTHENTIK;
	}

	private Set<Note> notes(AuthentikUser user, AccountFinder.Match match) {
		Set<Note> notes = EnumSet.noneOf(Note.class);
		if (user.email().isBlank()) {
			notes.add(Note.EMAIL_MISSING);
		}
		if (this.sharedEmails.contains(folded(user.email()))) {
			notes.add(Note.EMAIL_SHARED);
		}
		if (match.reachesAdministrator(this.population.dsm().administrators()) && user.active()
				&& this.membership.admits(user)) {
			notes.add(Note.BECOMES_ADMINISTRATOR);
		}
		return notes;
	}

	private List<DsmAccount> unreached(List<Person> persons) {
		Set<DsmAccount> reached = persons.stream()
			.filter(Person::willGetIn)
			.map(Person::account)
			.collect(Collectors.toSet());
		return this.population.dsm()
			.accounts()
			.stream()
			.filter((account) -> account.enabled() && !reached.contains(account))
			.sorted(Comparator.comparing(DsmAccount::name, String.CASE_INSENSITIVE_ORDER)
				.thenComparing(DsmAccount::source))
			.toList();
	}

	private static Set<String> sharedEmails(List<AuthentikUser> users) {
		Set<String> seen = new HashSet<>();
		return users.stream()
			.map((user) -> folded(user.email()))
			.filter((email) -> !email.isEmpty() && !seen.add(email))
			.collect(Collectors.toSet());
	}

	private static String folded(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

}
