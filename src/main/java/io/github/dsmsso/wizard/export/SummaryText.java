package io.github.dsmsso.wizard.export;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A summary in the words of one language, in the order in which it is read: what the page
 * and the files for people show alike.
 *
 * @param title what it is about
 * @param stamp when it was written, and of which run it tells
 * @param lead what to know before the rest, or null
 * @param plan whether it is about a plan, so that nothing was done yet
 * @param facts when, by whom, between what, and how it ended
 * @param changesTitle what became, or would become, of the changes
 * @param before what the values before the changes are called
 * @param changes the changes, in the order of writing
 * @param points what there is to know of a plan, by kind
 * @param checks the checks
 * @param people who can sign in, by what becomes of it
 */
public record SummaryText(String title, String stamp, @Nullable String lead, boolean plan, List<Fact> facts,
		String changesTitle, String before, List<ChangeText> changes, List<PointsText> points, List<CheckText> checks,
		List<PeopleText> people) {

	/**
	 * A label with its value.
	 *
	 * @param label the label
	 * @param value the value
	 * @param code whether the value is a technical token
	 */
	public record Fact(String label, String value, @Nullable String copy) {

		public boolean isCode() {
			return this.copy != null;
		}

	}

	/**
	 * A value of a setting.
	 *
	 * @param text the value, or null where there is none
	 * @param worded whether it is in words, not as it stands in the setting
	 */
	public record Value(@Nullable String text, boolean worded) {

	}

	/**
	 * A change of one object.
	 *
	 * @param system where
	 * @param object what kind of object
	 * @param name its name
	 * @param operation what happens to it
	 * @param made whether the object is new, so that nothing stood before
	 * @param fields its settings
	 */
	public record ChangeText(String system, String object, String name, String operation, boolean made,
			List<FieldText> fields) {

		/** Whether it says of any setting why it is changed. */
		public boolean isExplained() {
			return this.fields.stream().anyMatch((field) -> !field.reason().isEmpty());
		}

	}

	/**
	 * A setting, before and after.
	 *
	 * @param label its name
	 * @param before its value before
	 * @param after its value after
	 * @param changed whether the two differ
	 * @param reason why it is changed, or an empty string
	 */
	public record FieldText(String label, Value before, Value after, boolean changed, String reason) {

	}

	/**
	 * Points of one kind.
	 *
	 * @param title what kind
	 * @param points each in a sentence or two
	 */
	public record PointsText(String title, List<String> points) {

	}

	/**
	 * A check.
	 *
	 * @param title what was checked
	 * @param verdict pass, warn, fail or unknown
	 * @param result the verdict in words
	 * @param finding what was found, and what to do
	 */
	public record CheckText(String title, String verdict, String result, String finding) {

	}

	/**
	 * People of whom the same becomes.
	 *
	 * @param title how many they are, and what becomes of their sign-in
	 * @param names the first of them, by user name, with their DSM account where that has
	 * another name
	 * @param more how many there are besides, or an empty string
	 * @param action what to do, or an empty string
	 */
	public record PeopleText(String title, List<String> names, String more, String action) {

	}

}
