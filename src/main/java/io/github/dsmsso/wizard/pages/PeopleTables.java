package io.github.dsmsso.wizard.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.export.PersonRemarks;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * People in groups of whom the same is to be said, in the language of the request: a page
 * of bounded size, however many they are.
 */
@Component
class PeopleTables {

	/** So many people are all shown. */
	private static final int FEW = 12;

	private static final int ROWS_OF_A_GROUP = 10;

	private static final int NAMES_OF_A_GROUP = 50;

	private static final int ROWS_OF_A_PAGE = 50;

	private static final Comparator<Person> ORDER = Comparator.comparing(PeopleKind::of, PeopleKind.ORDER);

	private final MessageSource messages;

	private final PersonRemarks remarks;

	PeopleTables(MessageSource messages, PersonRemarks remarks) {
		this.messages = messages;
		this.remarks = remarks;
	}

	PeopleTable table(People people, PeopleSearch search) {
		return search.isNarrowed() ? page(people, search) : overview(people);
	}

	/** Every group, with its first people. */
	private PeopleTable overview(People people) {
		boolean few = people.persons().size() <= FEW;
		List<PeopleGroup> groups = byKind(people.persons()).entrySet()
			.stream()
			.map((group) -> first(group.getKey(), group.getValue(), few))
			.toList();
		return new PeopleTable(groups, null, null, null);
	}

	private PeopleGroup first(PeopleKind kind, List<Person> persons, boolean few) {
		boolean inRows = kind.needsAttention();
		int shown = Math.min(persons.size(), inRows ? ROWS_OF_A_GROUP : NAMES_OF_A_GROUP);
		return group(kind, persons.size(), persons.subList(0, shown), inRows, inRows || few);
	}

	/** Those who are searched for, page by page. */
	private PeopleTable page(People people, PeopleSearch search) {
		List<Person> found = people.persons().stream().filter((person) -> fits(person, search)).sorted(ORDER).toList();
		int pages = Math.max(1, (found.size() + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE);
		int page = Math.min(search.page(), pages);
		List<Person> shown = found.subList((page - 1) * ROWS_OF_A_PAGE, Math.min(page * ROWS_OF_A_PAGE, found.size()));
		Map<PeopleKind, List<Person>> all = byKind(found);
		List<PeopleGroup> groups = byKind(shown).entrySet()
			.stream()
			.map((group) -> group(group.getKey(), all.getOrDefault(group.getKey(), List.of()).size(), group.getValue(),
					true, true))
			.toList();
		String sentence = search.find().isEmpty() ? null : text("people.search.found", found.size(), search.find());
		return new PeopleTable(groups, sentence, (pages > 1) ? text("people.page", page, pages) : null, new Pager(
				(page > 1) ? search.button(page - 1) : null, (page < pages) ? search.button(page + 1) : null));
	}

	private static boolean fits(Person person, PeopleSearch search) {
		return search.group().isEmpty() ? fits(person, search.find().toLowerCase(Locale.ROOT))
				: PeopleKind.of(person).id().equals(search.group());
	}

	private static boolean fits(Person person, String part) {
		DsmAccount account = person.account();
		return Stream.of(person.username(), person.name(), person.email(), (account != null) ? account.name() : "")
			.anyMatch((name) -> name.toLowerCase(Locale.ROOT).contains(part));
	}

	private static Map<PeopleKind, List<Person>> byKind(List<Person> persons) {
		return persons.stream()
			.collect(Collectors.groupingBy(PeopleKind::of, () -> new TreeMap<>(PeopleKind.ORDER), Collectors.toList()));
	}

	private PeopleGroup group(PeopleKind kind, int count, List<Person> persons, boolean inRows, boolean open) {
		return new PeopleGroup(kind.id(), text(kind.title(), count), text(kind.action(), count), kind.standing(),
				inRows, open, persons.stream().map(this::view).toList(), count - persons.size(), count);
	}

	private PersonView view(Person person) {
		DsmAccount account = person.account();
		String remarks = this.remarks.of(person, LocaleContextHolder.getLocale());
		return new PersonView(person.name().isBlank() ? person.username() : person.name(), person.username(),
				(account != null) ? account.name() : null, remarks.isEmpty() ? null : remarks);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * What the page shows of the people.
	 *
	 * @param groups the groups, those that need attention first
	 * @param found how many were found, where somebody was searched for
	 * @param page which page it is, where there are several
	 * @param pager the ways to other pages; null where every group is shown
	 */
	record PeopleTable(List<PeopleGroup> groups, @Nullable String found, @Nullable String page, @Nullable Pager pager) {

	}

	/**
	 * The buttons that lead to the pages before and after.
	 *
	 * @param previous the value of the button, or null
	 * @param next the value of the button, or null
	 */
	record Pager(@Nullable String previous, @Nullable String next) {

	}

	/**
	 * A group.
	 *
	 * @param id the value of the button that shows it alone
	 * @param title how many they are, and what becomes of their sign-in
	 * @param action what to do
	 * @param standing pass, warn, fail or unknown
	 * @param inRows whether they stand in a table; else in a list of names
	 * @param open whether they are shown at once
	 * @param people those who are shown
	 * @param more how many more there are
	 * @param all how many there are
	 */
	record PeopleGroup(String id, String title, String action, String standing, boolean inRows, boolean open,
			List<PersonView> people, int more, int all) {

		/** Whether there is something to be said of one of them alone. */
		public boolean isRemarked() {
			return this.people.stream().anyMatch((person) -> person.text() != null);
		}

	}

	/** Somebody: name, user name, DSM account, and what is to be said of nobody else. */
	record PersonView(String name, String login, @Nullable String account, @Nullable String text) {

	}

}
