package io.github.dsmsso.wizard.accounts;

import java.util.Locale;

/**
 * A name as an account or a person carries it, with its two longer forms: DSM lists
 * accounts of a Windows domain as {@code DOMAIN\name} and those of an LDAP directory as
 * {@code name@directory}.
 *
 * @param value the name
 */
public record AccountName(String value) {

	/** The name without what stands before a backslash and after an at sign. */
	public String shortForm() {
		String name = this.value.substring(this.value.lastIndexOf('\\') + 1);
		int at = name.indexOf('@');
		return (at > 0) ? name.substring(0, at) : name;
	}

	/** Whether it carries an at sign, as an e-mail address does. */
	public boolean hasMailForm() {
		return this.value.indexOf('@') > 0;
	}

	/** Whether it carries a domain before a backslash. */
	public boolean hasDomainForm() {
		return this.value.indexOf('\\') > 0;
	}

	/** Whether both mean the same account once case and the longer forms are left out. */
	public boolean resembles(AccountName other) {
		return folded().equals(other.folded());
	}

	/** What names that resemble one another have in common. */
	String folded() {
		return shortForm().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
