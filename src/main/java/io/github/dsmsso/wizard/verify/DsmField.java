package io.github.dsmsso.wizard.verify;

/**
 * A field of DSM's settings held against what authentik says.
 */
final class DsmField {

	private DsmField() {
	}

	/** Equal, different, or never set. */
	static CheckResult compare(String check, String inDsm, String atAuthentik) {
		CheckResult result = inDsm.isEmpty() ? CheckResult.fail(check, "empty", atAuthentik)
				: inDsm.equals(atAuthentik) ? CheckResult.pass(check, "equal", atAuthentik)
						: CheckResult.fail(check, "differs", inDsm, atAuthentik);
		return result.with("in-dsm", inDsm).with("at-authentik", atAuthentik);
	}

}
