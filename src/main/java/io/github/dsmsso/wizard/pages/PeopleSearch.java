package io.github.dsmsso.wizard.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which part of the page about people somebody asked for. It stands in the address, so
 * that Back and a reload show the same part again.
 *
 * @param find part of a name: only people whom it fits are in the table
 * @param group the only group that is in the table, or an empty string for all
 * @param page the page of the table, from one
 * @param person part of a name: groups and people whom it fits are offered to be chosen
 */
record PeopleSearch(String find, String group, int page, String person) {

	/** A button that shows people whom the typed name fits. */
	static final String FOUND = "found";

	/** A button that shows everybody. */
	static final String ALL = "all";

	/** A button that offers groups and people whom the typed name fits. */
	static final String PERSON = "person";

	/** The Enter key. */
	static final String ENTERED = "entered";

	private static final int LONGEST = 100;

	PeopleSearch {
		find = cut(find);
		person = cut(person);
		page = Math.max(1, page);
	}

	/**
	 * What a button asks for.
	 * @param find what is typed into the search of the table
	 * @param person what is typed into the search of those who may sign in
	 * @param button the value of the button: one of those above or a group, and a page of
	 * it behind a colon
	 */
	static PeopleSearch of(String find, String person, String button) {
		String[] parts = button.split(":", 2);
		int page = (parts.length == 2) ? page(parts[1]) : 1;
		return switch (parts[0]) {
			case FOUND, PERSON, ENTERED -> new PeopleSearch(find, "", page, person);
			case ALL -> new PeopleSearch("", "", 1, person);
			default -> new PeopleSearch("", parts[0], page, person);
		};
	}

	/** A page that somebody typed into an address may be anything. */
	static int page(String typed) {
		return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
	}

	private static String cut(String typed) {
		String name = typed.strip();
		return (name.length() > LONGEST) ? name.substring(0, LONGEST) : name;
	}

	/** Whether the table shows a part of the people only. */
	public boolean isNarrowed() {
		return !this.find.isEmpty() || !this.group.isEmpty();
	}

	/** Whether the page is as it is when nothing is searched for. */
	boolean isNone() {
		return !isNarrowed() && this.person.isEmpty();
	}

	/** What is searched for, to be told from what was searched for before. */
	public String asked() {
		return this.find + "|" + this.person;
	}

	/** The value of a button that leads to another page of the same. */
	String button(int otherPage) {
		return (this.group.isEmpty() ? FOUND : this.group) + ":" + otherPage;
	}

	/** What stands in the address of the page. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("find", this.find);
		parameters.put("group", this.group);
		parameters.put("page", (this.page > 1) ? String.valueOf(this.page) : "");
		parameters.put("person", this.person);
		parameters.values().removeIf(String::isEmpty);
		return parameters;
	}

}
