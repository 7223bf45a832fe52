package io.github.dsmsso.wizard.verify;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a sign-in has got since it was watched for.
 *
 * @param stage how far
 * @param usernames whom authentik let in, newest first, each once
 * @param letInAt when it let in the newest, by the clock of this machine; null where it
 * let in nobody
 * @param accounts the accounts of DSM that came in, newest first; none where DSM shows
 * none
 * @param result the same in words with evidence; the check's name is {@code sign-in}
 */
public record SignInProof(Stage stage, List<String> usernames, @Nullable Instant letInAt, List<String> accounts,
		CheckResult result) {

	public SignInProof {
		usernames = List.copyOf(usernames);
		accounts = List.copyOf(accounts);
	}

	/** authentik let nobody in, as far as was seen. */
	static SignInProof ofNobody(Stage stage, CheckResult result) {
		return new SignInProof(stage, List.of(), null, List.of(), result);
	}

	/** Whether a person came in by single sign-on and DSM shows it. */
	public boolean isProven() {
		return this.stage == Stage.SIGNED_IN;
	}

	/** How far a sign-in has got. */
	public enum Stage {

		/** authentik has let nobody into the application yet. */
		NOBODY_YET,
		/** authentik let someone in; DSM shows no new session of that account. */
		LET_IN_BY_AUTHENTIK,
		/** Someone came in, and DSM shows the session. */
		SIGNED_IN,
		/** One of the two could not be asked. */
		NOT_SEEN

	}

}
