package io.github.dsmsso.wizard.export;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the checks found, to be kept or shown to others. There is no secret in it.
 *
 * @param at when they looked
 * @param dsm release of DSM
 * @param authentik release of authentik
 * @param namesHidden whether addresses, names and ids are pseudonyms
 * @param results what is not right first, the worst of it at the top
 */
public record CheckFile(Instant at, String dsm, String authentik, boolean namesHidden, List<Result> results) {

	public CheckFile {
		results = List.copyOf(results);
	}

	/**
	 * One result.
	 *
	 * @param check stable name of the check
	 * @param title what was checked
	 * @param verdict pass, warn, fail or unknown
	 * @param finding stable name of what was found
	 * @param arguments what the finding names
	 * @param text what was found
	 * @param action what to do, or null
	 * @param evidence what was seen
	 * @param following stable names of checks whose results only follow from it
	 */
	public record Result(String check, String title, String verdict, String finding, List<String> arguments,
			String text, @Nullable String action, List<Seen> evidence, List<String> following) {

		public Result {
			arguments = List.copyOf(arguments);
			evidence = List.copyOf(evidence);
			following = List.copyOf(following);
		}

		public boolean passed() {
			return this.verdict.equals("pass");
		}

	}

	/**
	 * Something that was seen.
	 *
	 * @param what its stable name
	 * @param label its name
	 * @param value what it is
	 */
	public record Seen(String what, String label, String value) {

	}

}
