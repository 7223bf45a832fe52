package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.function.Function;

import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.OwnNames;

/**
 * By which names DSM could know people, and whom an attribute of their own would help.
 *
 * @param choices the names there are to choose from
 * @param unmatched the people who meet no DSM account by their user name
 * @param dsm the accounts of the NAS
 */
public record NameChoices(List<NameChoice> choices, List<UnmatchedPerson> unmatched, DsmAccounts dsm) {

	public NameChoices {
		choices = List.copyOf(choices);
		unmatched = List.copyOf(unmatched);
	}

	/**
	 * What there is to choose from by what was read.
	 * @param ownNames asks authentik what people may change themselves, given the
	 * attribute that could name them; not asked where all match
	 */
	public static NameChoices of(Proposal proposal, DesiredState desired, Everyone everyone,
			Function<String, OwnNames> ownNames) {
		NameMatching matching = new NameMatching(proposal, desired, everyone);
		List<UnmatchedPerson> unmatched = matching.unmatched();
		boolean settled = unmatched.isEmpty() && desired.bridge() == null && DsmRules.isUsername(desired.userClaim());
		return new NameChoices(settled ? List.of() : matching.choices(unmatched, ownNames), unmatched, everyone.dsm());
	}

	/** Whether the user name is not all there is to say. */
	public boolean areNeeded() {
		return !this.choices.isEmpty();
	}

	/** Whether there is, or may be, an account of this name. */
	public boolean mayName(String account) {
		return !this.dsm.complete() || this.dsm.accounts().stream().map(DsmAccount::name).anyMatch(account::equals);
	}

}
