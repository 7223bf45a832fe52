package io.github.dsmsso.wizard.export;

import java.time.Instant;
import java.util.List;

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
 */
public record Summary(Instant at, @Nullable String reference, String outcome, Server nas, Server authentik,
		String redirectUri, List<ChangeDescription> changes, @Nullable CheckLine signIn, List<CheckLine> checks) {

	public Summary {
		changes = List.copyOf(changes);
		checks = List.copyOf(checks);
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
