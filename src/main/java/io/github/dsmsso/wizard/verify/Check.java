package io.github.dsmsso.wizard.verify;

/**
 * Judges one thing by what was observed. It looks at nothing itself.
 */
interface Check {

	CheckResult examine(Observation observation);

}
