package io.github.dsmsso.wizard.connection;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * No server answers at the address, but one does at the port where its kind usually is.
 */
public class ElsewhereException extends ApiException {

	private final transient BaseUrl address;

	ElsewhereException(ApiException cause, BaseUrl address) {
		super(cause.failure(), cause);
		this.address = address;
	}

	/** Where one answers. */
	public BaseUrl address() {
		return this.address;
	}

}
