package io.github.dsmsso.wizard.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a person takes away: what was or would be set up, by whom, how it was checked, and
 * how to go on. It holds no secret.
 *
 * @param at when it was written
 * @param reference the reference of the run, or null where nothing was changed
 * @param outcome how the run ended, the name of its text in the message bundle; or
 * {@link #PLANNED}
 * @param doneBy who is signed in to both systems
 * @param nas the NAS
 * @param authentik authentik
 * @param redirectUri the address that people use for DSM
 * @param changes the changes that were or would be made, in the order of writing
 * @param points what there is to know of a plan, in the order of their kinds; empty for a
 * run
 * @param signIn what was seen of a real sign-in, or null where nobody has looked
 * @param checks the checks, in their order; empty where none were made
 * @param people who can sign in, by what becomes of it; empty where nobody has looked
 */
public record Summary(Instant at, @Nullable String reference, String outcome, Actors doneBy, Server nas,
		Server authentik, String redirectUri, List<ChangeDescription> changes, List<Point> points,
		@Nullable CheckLine signIn, List<CheckLine> checks, List<PeopleLine> people) {

	/** The outcome of what was not applied yet. */
	public static final String PLANNED = "PLANNED";

	public Summary {
		changes = List.copyOf(changes);
		points = List.copyOf(points);
		checks = List.copyOf(checks);
		people = List.copyOf(people);
	}

	boolean isPlan() {
		return this.outcome.equals(PLANNED);
	}

	/**
	 * Who is signed in to both systems.
	 *
	 * @param dsmAccount the DSM account
	 * @param authentikUser the user whose API token is used
	 */
	public record Actors(String dsmAccount, String authentikUser) {

	}

	/**
	 * One of the two servers.
	 *
	 * @param address its address
	 * @param version what it says it is
	 */
	public record Server(String address, String version) {

	}

	/**
	 * Something to know before a plan is applied.
	 *
	 * @param kind what kind of point it is
	 * @param id its stable name
	 * @param text what it is
	 * @param action what to do, or null
	 */
	public record Point(Kind kind, String id, String text, @Nullable String action) {

		/** The kinds of points, in their order. */
		public enum Kind {

			/** Keeps the plan from being applied. */
			BLOCKER,
			/** Has to be confirmed before the plan is applied. */
			RISK,
			/** Stays wrong, and has to be changed by hand. */
			BY_HAND,
			/** Could be changed as well. */
			OFFER,
			/** Undo may not be able to restore it. */
			STAYS

		}

	}

	/**
	 * People of whom the same becomes.
	 *
	 * @param verdict what becomes of their sign-in, the name of its text in the message
	 * bundle
	 * @param count how many they are
	 * @param usernames the first of their user names
	 * @param accounts the DSM accounts of those whose account has another name, by user
	 * name
	 * @param notNamed how many are not among these
	 */
	public record PeopleLine(String verdict, int count, List<String> usernames, Map<String, String> accounts,
			int notNamed) {

		/** How many are named: a summary is to be read. */
		private static final int MOST_NAMES = 100;

		public PeopleLine {
			usernames = List.copyOf(usernames);
			accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
		}

		/** A line for each verdict that there is. */
		public static List<PeopleLine> of(People people) {
			return Arrays.stream(Person.Verdict.values())
				.filter((verdict) -> !people.with(verdict).isEmpty())
				.map((verdict) -> of(verdict, people.with(verdict)))
				.toList();
		}

		private static PeopleLine of(Person.Verdict verdict, List<Person> persons) {
			List<Person> named = persons.stream().limit(MOST_NAMES).toList();
			return new PeopleLine(verdict.name(), persons.size(), named.stream().map(Person::username).toList(),
					accounts(named), persons.size() - named.size());
		}

		private static Map<String, String> accounts(List<Person> persons) {
			Map<String, String> accounts = new LinkedHashMap<>();
			for (Person person : persons) {
				if (person.account() != null && !person.account().name().equals(person.username())) {
					accounts.put(person.username(), person.account().name());
				}
			}
			return accounts;
		}

	}

	/**
	 * One check.
	 *
	 * @param id its stable name
	 * @param title what was checked
	 * @param verdict pass, warn, fail or unknown
	 * @param finding what was found
	 * @param action what to do, or null
	 */
	public record CheckLine(String id, String title, String verdict, String finding, @Nullable String action) {

	}

}
