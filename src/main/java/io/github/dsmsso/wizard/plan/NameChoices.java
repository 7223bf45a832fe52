package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import org.jspecify.annotations.Nullable;

/**
 * By which names DSM could know people, and whom an attribute of their own would help.
 *
 * @param choices the names there are to choose from
 * @param unmatched the people who meet no DSM account by their user name
 * @param dsm the accounts of the NAS
 */
public record NameChoices(List<Choice> choices, List<Unmatched> unmatched, DsmAccounts dsm) {

	public NameChoices {
		choices = List.copyOf(choices);
		unmatched = List.copyOf(unmatched);
	}

	/**
	 * What there is to choose from by what was read.
	 * @param settings asks authentik who may change names; not asked where all match
	 */
	public static NameChoices of(Proposal proposal, DesiredState desired, Everyone everyone,
			Supplier<SystemSettings> settings) {
		NameMatching matching = new NameMatching(proposal, desired, everyone);
		List<Unmatched> unmatched = matching.unmatched();
		boolean settled = unmatched.isEmpty() && desired.bridge() == null && DsmRules.isUsername(desired.userClaim());
		return new NameChoices(settled ? List.of() : matching.choices(unmatched, settings.get()), unmatched,
				everyone.dsm());
	}

	/** Whether the user name is not all there is to say. */
	public boolean areNeeded() {
		return !this.choices.isEmpty();
	}

	/** Whether there is, or may be, an account of this name. */
	public boolean mayName(String account) {
		return !this.dsm.complete() || this.dsm.accounts().stream().map(DsmAccount::name).anyMatch(account::equals);
	}

	/**
	 * A name by which DSM could know people.
	 *
	 * @param claim the claim that holds it; null for an attribute of each person, with
	 * the user name in the place of one that is not there
	 * @param meeting how many people would meet a DSM account; null where that would have
	 * to be asked
	 * @param changeable whether people may change it themselves, and with it become any
	 * DSM user; null where that is not known
	 * @param safest whether most people match of the ones that nobody may change
	 */
	public record Choice(@Nullable String claim, @Nullable Integer meeting, @Nullable Boolean changeable,
			boolean safest) {

		Choice asSafest() {
			return new Choice(this.claim, this.meeting, this.changeable, true);
		}

	}

	/**
	 * Somebody who meets no DSM account by the user name.
	 *
	 * @param user the key of the user
	 * @param username the user name
	 * @param name the name
	 * @param account the account to fill in: what is chosen, else what is there, else
	 * what resembles; empty where there is nothing
	 */
	public record Unmatched(int user, String username, String name, String account) {

	}

}
