package io.github.dsmsso.wizard.plan;

import org.jspecify.annotations.Nullable;

/**
 * A name by which DSM could know people.
 *
 * @param claim the claim that holds it; null for an attribute of each person, with the
 * user name in the place of one that is not there
 * @param meeting how many people would meet a DSM account; null where that would have to
 * be asked
 * @param changeable whether people may change it themselves, and with it become any DSM
 * user; null where that is not known
 * @param safest whether most people match of the ones that nobody may change
 */
public record NameChoice(@Nullable String claim, @Nullable Integer meeting, @Nullable Boolean changeable,
		boolean safest) {

	NameChoice asSafest() {
		return new NameChoice(this.claim, this.meeting, this.changeable, true);
	}

}
