package io.github.dsmsso.wizard.pages;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.accounts.Unasked;
import org.jspecify.annotations.Nullable;

/**
 * People of whom the page says the same, and to whom the same is to be done.
 *
 * @param verdict what becomes of their sign-in
 * @param unasked why authentik was not asked about them, or null
 * @param notable whether they get in and somebody should know of each of them
 */
record PeopleKind(Verdict verdict, @Nullable Unasked unasked, boolean notable) {

	/** Those who need attention first, each in the order of the verdicts. */
	static final Comparator<PeopleKind> ORDER = Comparator.comparing((PeopleKind kind) -> !kind.needsAttention())
		.thenComparing(PeopleKind::verdict)
		.thenComparing((kind) -> String.valueOf(kind.unasked()));

	/** There is nothing to look at in these, however many they are. */
	private static final Set<Verdict> SETTLED = EnumSet.of(Verdict.WILL_GET_IN, Verdict.NO_DSM_ACCOUNT,
			Verdict.NOT_ALLOWED_BY_AUTHENTIK, Verdict.INACTIVE_IN_AUTHENTIK);

	static PeopleKind of(Person person) {
		boolean notable = person.has(Note.ADMINISTRATOR_NOT_CHOSEN) || !person.sharing().isEmpty();
		return new PeopleKind(person.verdict(), person.unasked(), person.willGetIn() && notable);
	}

	boolean needsAttention() {
		return this.notable || !SETTLED.contains(this.verdict);
	}

	/** Its name in an address. */
	String id() {
		String reason = (this.unasked != null) ? "." + this.unasked : "";
		return this.verdict + (this.notable ? ".NOTABLE" : reason);
	}

	/** The message that says how many they are. */
	String title() {
		return "people.group." + this.verdict + (this.notable ? ".notable" : "");
	}

	/** The message that says what to do. */
	String action() {
		return (this.unasked != null) ? "people.unasked." + this.unasked : title() + ".action";
	}

	/** What it comes to, in one word. */
	String standing() {
		return this.notable ? "warn" : standing(this.verdict);
	}

	/** What a verdict comes to, in one word. */
	static String standing(Verdict verdict) {
		if (verdict.isNotKnown()) {
			return "unknown";
		}
		return switch (verdict.outlook()) {
			case IN -> "pass";
			case PERHAPS -> "warn";
			case OUT -> "fail";
		};
	}

}
