package io.github.dsmsso.wizard.http;

import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * Looks at the certificate of a server before anything is said to it.
 */
public interface CertificateLook {

	/**
	 * Shakes hands and hangs up; no request is sent.
	 * @throws ApiException where no TLS server answers at the address
	 */
	PresentedCertificate at(BaseUrl address);

}
