package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.net.URI;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;

/**
 * How the NAS itself calls others: for the discovery document, the tokens and the keys.
 */
@FunctionalInterface
public interface OutboundHttp {

	/**
	 * Sends a request and waits for the answer, whatever its status.
	 * @param origin scheme, host and port
	 * @param request what is sent
	 * @throws IOException if nobody could be reached, or not safely
	 */
	LabResponse send(URI origin, LabRequest request) throws IOException;

	/** Calls a handler in process, whatever the host. */
	static OutboundHttp to(LabHandler handler) {
		return (origin, request) -> {
			LabResponse response = handler.handle(request.with("Host", origin.getRawAuthority()));
			if (response.delivery() != Delivery.WHOLE) {
				throw new IOException(response.delivery().name());
			}
			return response;
		};
	}

}
