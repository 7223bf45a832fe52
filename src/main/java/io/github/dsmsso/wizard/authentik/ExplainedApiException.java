package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * An answer that is not of authentik's API, about which more can be told than that.
 */
final class ExplainedApiException extends ApiException {

	private final transient Problem explanation;

	ExplainedApiException(ApiException unexplained, Problem explanation) {
		super(unexplained.failure());
		String detail = unexplained.problem().detail();
		this.explanation = (detail != null) ? explanation.withDetail(detail) : explanation;
	}

	@Override
	public Problem problem() {
		return this.explanation;
	}

}
