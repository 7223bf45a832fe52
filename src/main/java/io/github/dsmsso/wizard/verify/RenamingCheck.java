package io.github.dsmsso.wizard.verify;

import java.util.Locale;

import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.OwnNames;
import io.github.dsmsso.wizard.judgement.OwnNames.Kind;

/**
 * People cannot change themselves the name that decides which DSM account they become.
 */
final class RenamingCheck implements Check {

	private static final String ID = "renaming";

	@Override
	public CheckResult examine(Observation observation) {
		String claim = observation.dsm()
			.sso()
			.find()
			.map((sso) -> sso.oidc().userClaim())
			.orElse(DsmRules.USERNAME_CLAIM);
		return observation.authentik().ownNames().judge(ID, (own) -> judge(own, claim));
	}

	private static CheckResult judge(OwnNames own, String claim) {
		if (!own.prompts().isEmpty()) {
			return CheckResult.warn(ID, "prompted", String.join(", ", own.prompts()));
		}
		Kind kind = decisive(Kind.of(claim));
		Boolean may = own.mayChange(kind);
		String name = kind.name().toLowerCase(Locale.ROOT);
		if (may == null) {
			return CheckResult.unknown(ID, "not-shown-" + name);
		}
		return may ? CheckResult.warn(ID, "may-" + name) : CheckResult.pass(ID, "may-not-" + name);
	}

	/** What somebody's own mapping makes is mostly made of the user name. */
	private static Kind decisive(Kind asked) {
		return (asked == Kind.OTHER) ? Kind.USERNAME : asked;
	}

}
