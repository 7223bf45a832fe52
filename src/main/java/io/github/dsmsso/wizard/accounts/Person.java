package io.github.dsmsso.wizard.accounts;

import java.util.Set;

import io.github.dsmsso.wizard.dsm.DsmAccount;
import org.jspecify.annotations.Nullable;

/**
 * A person known to authentik, and what becomes of a sign-in to DSM.
 *
 * @param username the user name at authentik, which is what DSM gets to see
 * @param name the name at authentik
 * @param email the e-mail at authentik, or an empty string
 * @param account the DSM account that is met, or nearly met; null where there is none
 * @param verdict what becomes of a sign-in
 * @param notes what else is worth knowing
 */
public record Person(String username, String name, String email, @Nullable DsmAccount account, Verdict verdict,
		Set<Note> notes) {

	public Person {
		notes = Set.copyOf(notes);
	}

	public boolean willGetIn() {
		return this.verdict == Verdict.WILL_GET_IN;
	}

	public boolean has(Note note) {
		return this.notes.contains(note);
	}

	/** What becomes of a sign-in, in the order in which people are listed. */
	public enum Verdict {

		/** DSM has an enabled account of this very name. */
		WILL_GET_IN,
		/**
		 * The same name exists on the NAS and in its directory; which one DSM takes is
		 * not known.
		 */
		AMBIGUOUS,
		/** The names differ in case only; DSM may take them for different. */
		NAME_DIFFERS_IN_CASE,
		/** One name is the other with {@code @…} behind it. */
		NAME_DIFFERS_BY_MAIL_FORM,
		/** One name is the other with {@code DOMAIN\} before it. */
		NAME_DIFFERS_BY_DOMAIN_FORM,
		/** The account exists and is disabled or has expired. */
		DSM_ACCOUNT_DISABLED,
		/** The account is local, and DSM's account type is "Domain/LDAP". */
		LOCAL_ACCOUNTS_NOT_ALLOWED,
		/** The NAS belongs to a directory and would not list its accounts. */
		DIRECTORY_NOT_LISTED,
		/** DSM has no account of this name; it never creates one. */
		NO_DSM_ACCOUNT,
		/** authentik does not let this person use the application. */
		NOT_ALLOWED_BY_AUTHENTIK,
		/** The person is not active at authentik. */
		INACTIVE_IN_AUTHENTIK

	}

	/** What else is worth knowing. */
	public enum Note {

		/** authentik knows no e-mail; matters where the subject is the e-mail. */
		EMAIL_MISSING,
		/** Others have the same e-mail; matters where the subject is the e-mail. */
		EMAIL_SHARED,
		/** The DSM account that is met administers the NAS. */
		BECOMES_ADMINISTRATOR

	}

}
