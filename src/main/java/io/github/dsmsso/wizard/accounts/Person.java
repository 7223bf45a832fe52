package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.dsm.DsmAccount;
import org.jspecify.annotations.Nullable;

/**
 * A person known to authentik, and what becomes of a sign-in to DSM.
 *
 * @param username the user name at authentik
 * @param name the name at authentik
 * @param email the e-mail at authentik, or an empty string
 * @param sent the name that DSM gets to see; empty where none is sent, null where it is
 * not known
 * @param account the DSM account that is met, or nearly met; null where there is none
 * @param verdict what becomes of a sign-in
 * @param notes what else is worth knowing
 * @param sharing the user names of the others who meet the same account
 * @param unasked why authentik was not asked, where the verdict is that it is not known
 */
public record Person(String username, String name, String email, @Nullable String sent, @Nullable DsmAccount account,
		Verdict verdict, Set<Note> notes, List<String> sharing, @Nullable Unasked unasked) {

	public Person {
		notes = Set.copyOf(notes);
		sharing = List.copyOf(sharing);
	}

	public boolean willGetIn() {
		return this.verdict == Verdict.WILL_GET_IN;
	}

	public boolean has(Note note) {
		return this.notes.contains(note);
	}

	/** Whether DSM gets to see a name that is not the user name. */
	public boolean isRenamed() {
		return this.sent != null && !this.sent.isEmpty() && !this.sent.equals(this.username);
	}

	/** Whether a sign-in would, or might, end in the account. */
	boolean meetsAccount() {
		return this.account != null && (this.verdict == Verdict.WILL_GET_IN || this.verdict == Verdict.AMBIGUOUS
				|| this.verdict == Verdict.ACCESS_NOT_KNOWN);
	}

	Person sharedWith(List<String> others) {
		return new Person(this.username, this.name, this.email, this.sent, this.account, this.verdict, this.notes,
				others, this.unasked);
	}

	/** What becomes of a sign-in, in the order in which people are listed. */
	public enum Verdict {

		/** DSM has an enabled account of this very name. */
		WILL_GET_IN(Outlook.IN),
		/**
		 * The same name exists on the NAS and in its directory; which one DSM takes is
		 * not known.
		 */
		AMBIGUOUS(Outlook.PERHAPS),
		/** Whether authentik lets this person in is not known; DSM would. */
		ACCESS_NOT_KNOWN(Outlook.PERHAPS),
		/** Which name DSM would get is not known. */
		NAME_NOT_KNOWN(Outlook.PERHAPS),
		/** The names differ in case only; DSM may take them for different. */
		NAME_DIFFERS_IN_CASE(Outlook.PERHAPS),
		/** One name is the other with {@code @…} behind it. */
		NAME_DIFFERS_BY_MAIL_FORM(Outlook.OUT),
		/** One name is the other with {@code DOMAIN\} before it. */
		NAME_DIFFERS_BY_DOMAIN_FORM(Outlook.OUT),
		/** The account exists and is disabled or has expired. */
		DSM_ACCOUNT_DISABLED(Outlook.OUT),
		/** The account may not open DSM's desktop (application privileges). */
		DESKTOP_DENIED(Outlook.OUT),
		/** The account is local, and DSM's account type is "Domain/LDAP". */
		LOCAL_ACCOUNTS_NOT_ALLOWED(Outlook.OUT),
		/** The NAS belongs to a directory and would not list its accounts. */
		DIRECTORY_NOT_LISTED(Outlook.PERHAPS),
		/** DSM has no account of this name; it never creates one. */
		NO_DSM_ACCOUNT(Outlook.OUT),
		/** authentik sends nothing in the claim in which DSM looks for the name. */
		NO_NAME_SENT(Outlook.OUT),
		/** authentik does not let this person use the application. */
		NOT_ALLOWED_BY_AUTHENTIK(Outlook.OUT),
		/** The person is not active at authentik. */
		INACTIVE_IN_AUTHENTIK(Outlook.OUT);

		private final Outlook outlook;

		Verdict(Outlook outlook) {
			this.outlook = outlook;
		}

		/** What it comes to. */
		public Outlook outlook() {
			return this.outlook;
		}

		/** Whether it is so because authentik was not asked, or gave no answer. */
		public boolean isNotKnown() {
			return this == ACCESS_NOT_KNOWN || this == NAME_NOT_KNOWN;
		}

	}

	/** What a verdict comes to, from the worst to the best. */
	public enum Outlook {

		/** The person will not get in. */
		OUT,
		/** The person may get in. */
		PERHAPS,
		/** The person will get in. */
		IN

	}

	/** What else is worth knowing. */
	public enum Note {

		/** authentik knows no e-mail; matters where the subject is the e-mail. */
		EMAIL_MISSING,
		/** Others have the same e-mail; matters where the subject is the e-mail. */
		EMAIL_SHARED,
		/** The DSM account that is met administers the NAS. */
		BECOMES_ADMINISTRATOR,
		/** And nobody chose this person by name. */
		ADMINISTRATOR_NOT_CHOSEN

	}

}
