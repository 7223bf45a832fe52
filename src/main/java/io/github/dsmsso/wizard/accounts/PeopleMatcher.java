package io.github.dsmsso.wizard.accounts;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.AppPrivilege;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import org.jspecify.annotations.Nullable;

/**
 * Holds authentik's people against DSM's accounts, by the name that authentik sends. What
 * can be reckoned is reckoned, what authentik said is taken over, and the rest is not
 * known.
 */
public final class PeopleMatcher {

	private static final Comparator<Person> ORDER = Comparator.comparing(Person::verdict)
		.thenComparing(Person::username, String.CASE_INSENSITIVE_ORDER)
		.thenComparing(Person::username);

	private final Population population;

	private final Everyone everyone;

	private final AccountFinder finder;

	private final Admission admission;

	private final SentNames names;

	private final Set<String> sharedEmails;

	PeopleMatcher(Population population) {
		this.population = population;
		this.everyone = population.everyone();
		this.finder = new AccountFinder(this.everyone.dsm(), population.question().localAllowed());
		this.admission = new Admission(this.everyone, population.question().access(), population.answers());
		this.names = new SentNames(population.question().name(), population.answers());
		this.sharedEmails = sharedEmails(this.everyone.people());
	}

	/** Finds out who will be able to sign in. */
	public static People match(Population population) {
		PeopleMatcher matcher = new PeopleMatcher(population);
		List<Person> persons = matcher.everyone.people().stream().map(matcher::person).sorted(ORDER).toList();
		return new People(withSharers(persons), matcher.unreached(persons), matcher.serviceAccounts(),
				matcher.everyone.defaultAccess());
	}

	/** What becomes of a user's sign-in. */
	Person person(AuthentikUser user) {
		String sent = this.names.of(user);
		AccountFinder.Match match = (sent != null) ? match(sent)
				: new AccountFinder.Match(null, Verdict.NAME_NOT_KNOWN);
		Verdict verdict = verdict(user, match);
		return new Person(user.username(), user.name(), user.email(), sent, match.account(), verdict,
				notes(user, match), List.of(), unasked(user, verdict));
	}

	private AccountFinder.Match match(String sent) {
		if (sent.isEmpty()) {
			return new AccountFinder.Match(null, Verdict.NO_NAME_SENT);
		}
		AccountFinder.Match match = this.finder.find(new AccountName(sent));
		return isDenied(match) ? new AccountFinder.Match(match.account(), Verdict.DESKTOP_DENIED) : match;
	}

	private boolean isDenied(AccountFinder.Match match) {
		return match.verdict() == Verdict.WILL_GET_IN && match.account() != null
				&& this.everyone.dsm().desktopPrivilege(match.account().name()) == AppPrivilege.DENY;
	}

	private Verdict verdict(AuthentikUser user, AccountFinder.Match match) {
		if (!user.active()) {
			return Verdict.INACTIVE_IN_AUTHENTIK;
		}
		return switch (this.admission.of(user)) {
			case YES -> match.verdict();
			case NO -> Verdict.NOT_ALLOWED_BY_AUTHENTIK;
			case UNKNOWN -> (match.verdict() == Verdict.WILL_GET_IN) ? Verdict.ACCESS_NOT_KNOWN : match.verdict();
		};
	}

	private @Nullable Unasked unasked(AuthentikUser user, Verdict verdict) {
		return switch (verdict) {
			case ACCESS_NOT_KNOWN -> this.admission.obstacle(user);
			case NAME_NOT_KNOWN ->
				(this.population.answers().noNames() != null) ? this.population.answers().noNames() : Unasked.LIMIT;
			default -> null;
		};
	}

	private Set<Note> notes(AuthentikUser user, AccountFinder.Match match) {
		Set<Note> notes = EnumSet.noneOf(Note.class);
		if (user.email().isBlank()) {
			notes.add(Note.EMAIL_MISSING);
		}
		if (this.sharedEmails.contains(folded(user.email()))) {
			notes.add(Note.EMAIL_SHARED);
		}
		if (match.reachesAdministrator(this.everyone.dsm().administrators()) && user.active()
				&& this.admission.of(user) != Admission.Answer.NO) {
			notes.add(Note.BECOMES_ADMINISTRATOR);
			if (!this.population.question().access().wished().userPks().contains(user.pk())) {
				notes.add(Note.ADMINISTRATOR_NOT_CHOSEN);
			}
		}
		return notes;
	}

	private static List<Person> withSharers(List<Person> persons) {
		Map<DsmAccount, List<String>> meeting = persons.stream()
			.filter(Person::meetsAccount)
			.collect(Collectors.groupingBy(Person::account, Collectors.mapping(Person::username, Collectors.toList())));
		return persons.stream()
			.map((person) -> person.meetsAccount()
					? person.sharedWith(without(person.username(), meeting.getOrDefault(person.account(), List.of())))
					: person)
			.toList();
	}

	private static List<String> without(String username, List<String> usernames) {
		return (usernames.size() == 1) ? List.of()
				: usernames.stream().filter((other) -> !other.equals(username)).toList();
	}

	private List<DsmAccount> unreached(List<Person> persons) {
		if (persons.stream().anyMatch((person) -> person.verdict() == Verdict.NAME_NOT_KNOWN)) {
			return List.of();
		}
		Set<DsmAccount> reached = persons.stream()
			.filter((person) -> person.willGetIn() || person.verdict() == Verdict.ACCESS_NOT_KNOWN)
			.map(Person::account)
			.collect(Collectors.toSet());
		return this.everyone.dsm()
			.accounts()
			.stream()
			.filter((account) -> account.enabled() && !reached.contains(account))
			.sorted(Comparator.comparing(DsmAccount::name, String.CASE_INSENSITIVE_ORDER)
				.thenComparing(DsmAccount::source))
			.toList();
	}

	private List<String> serviceAccounts() {
		return this.everyone.serviceAccounts().stream().map(AuthentikUser::username).toList();
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
