package io.github.dsmsso.wizard.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells, instead of a stack trace, which setting to change.
 */
class UnsafeAccessFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeAccessException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsafeAccessException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
