package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Judgement;

/**
 * A field of DSM's settings held against what authentik says.
 */
final class DsmField {

	private DsmField() {
	}

	/** What was judged, with both sides as evidence. */
	static CheckResult compared(Judgement judgement, String inDsm, String atAuthentik) {
		return CheckResult.of(judgement).with("in-dsm", inDsm).with("at-authentik", atAuthentik);
	}

}
