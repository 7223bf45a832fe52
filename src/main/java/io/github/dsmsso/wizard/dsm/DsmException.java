package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * DSM answered {@code success:false}.
 */
public class DsmException extends ProblemException {

	private final transient DsmErrorCode code;

	public DsmException(DsmErrorCode code) {
		super(code.problem());
		this.code = code;
	}

	public DsmErrorCode code() {
		return this.code;
	}

}
