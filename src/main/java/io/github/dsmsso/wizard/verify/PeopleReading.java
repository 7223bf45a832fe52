package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleMatcher;
import io.github.dsmsso.wizard.accounts.Population;
import io.github.dsmsso.wizard.authentik.AccessRestriction;

/**
 * Who will be able to sign in, by what was observed.
 */
final class PeopleReading {

	private PeopleReading() {
	}

	/** Whether a claim of authentik's own mappings holds the user name. */
	static boolean isUsername(String claim) {
		return claim.equals("preferred_username") || claim.equals("nickname");
	}

	/** The people; a policy that only authentik can run is taken to let everyone in. */
	static Seen<People> of(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		DsmSide dsm = observation.dsm();
		if (authentik.application().isNothing()) {
			return Seen.nothing();
		}
		Seen<AccessRestriction> access = BoundAccess.of(authentik).orIfNothing(AccessRestriction.everyone());
		return authentik.users()
			.then((users) -> authentik.groups()
				.then((groups) -> access.then((restriction) -> dsm.accounts()
					.lookFurther(dsm.sso(), (accounts, sso) -> PeopleMatcher.match(new Population(users, groups,
							restriction, accounts, Boolean.TRUE.equals(sso.oidc().allowLocalUser())))))));
	}

}
