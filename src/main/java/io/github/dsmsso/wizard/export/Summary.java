package io.github.dsmsso.wizard.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a person takes away: what was set up, how it was checked, and how to go on. It
 * holds no secret.
 *
 * @param at when it was written
 * @param reference the reference of the run, or null where nothing was changed
 * @param outcome how the run ended, the name of its text in the message bundle
 * @param nas the NAS
 * @param authentik authentik
 * @param redirectUri the address that people use for DSM
 * @param changes the changes that were made, in the order of writing
 * @param signIn what was seen of a real sign-in, or null where nobody has looked
 * @param checks the checks, in their order; empty where none were made
 * @param people who can sign in, by what becomes of it; empty where nobody has looked
 */
public record Summary(Instant at, @Nullable String reference, String outcome, Server nas, Server authentik,
		String redirectUri, List<ChangeDescription> changes, @Nullable CheckLine signIn, List<CheckLine> checks,
		List<PeopleLine> people) {

	public Summary {
		changes = List.copyOf(changes);
		checks = List.copyOf(checks);
		people = List.copyOf(people);
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
	 * People of whom the same becomes.
	 *
	 * @param verdict what becomes of their sign-in, the name of its text in the message
	 * bundle
	 * @param count how many they are
	 * @param usernames the first of their user names
	 * @param notNamed how many are not among these
	 */
	public record PeopleLine(String verdict, int count, List<String> usernames, int notNamed) {

		/** How many are named: a summary is to be read. */
		private static final int MOST_NAMES = 100;

		public PeopleLine {
			usernames = List.copyOf(usernames);
		}

		/** A line for each verdict that there is. */
		public static List<PeopleLine> of(People people) {
			return Arrays.stream(Person.Verdict.values())
				.filter((verdict) -> !people.with(verdict).isEmpty())
				.map((verdict) -> of(verdict, people.with(verdict)))
				.toList();
		}

		private static PeopleLine of(Person.Verdict verdict, List<Person> persons) {
			List<String> named = persons.stream().limit(MOST_NAMES).map(Person::username).toList();
			return new PeopleLine(verdict.name(), persons.size(), named, persons.size() - named.size());
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
