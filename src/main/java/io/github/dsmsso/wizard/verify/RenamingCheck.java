package io.github.dsmsso.wizard.verify;

/**
 * People cannot change their own user name at authentik: it decides which DSM account
 * they become.
 */
final class RenamingCheck implements Check {

	private static final String ID = "renaming";

	@Override
	public CheckResult examine(Observation observation) {
		Observed<Boolean> renaming = observation.authentik().renaming();
		if (renaming.isNothing()) {
			return CheckResult.unknown(ID, "not-shown");
		}
		return renaming.judge(ID, (may) -> may ? CheckResult.warn(ID, "may") : CheckResult.pass(ID, "may-not"));
	}

}
