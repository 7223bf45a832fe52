package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AccessRestriction;

/**
 * What decides who will be able to sign in, beside the people themselves: the connection
 * as it is, or as it shall be.
 *
 * @param access who may use the application
 * @param name which name DSM gets to see
 * @param localAllowed whether local accounts may sign in: account type
 * "Domain/LDAP/local"
 */
public record PeopleQuestion(AccessRules access, NameRules name, boolean localAllowed) {

	/** The same connection with others let in. */
	public PeopleQuestion withWished(AccessRestriction wished) {
		return new PeopleQuestion(this.access.withWished(wished), this.name, this.localAllowed);
	}

	/** The same connection with DSM looking for the name elsewhere. */
	public PeopleQuestion withClaim(String claim, List<String> scopes) {
		return new PeopleQuestion(this.access, this.name.withClaim(claim, scopes), this.localAllowed);
	}

}
