package io.github.dsmsso.lab.dsm.webapi;

import io.github.dsmsso.lab.dsm.protocol.CallParameters;
import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.world.NasSession;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/**
 * One call of the WebAPI that has passed the checks.
 *
 * @param api the API's name
 * @param version its version
 * @param method its method
 * @param parameters what came with it
 * @param request the request it came in
 * @param session the caller's session, if there is one
 */
public record ApiCall(String api, int version, String method, CallParameters parameters, LabRequest request,
		@Nullable NasSession session) {

	/** The session of a call that cannot come without one. */
	public NasSession openSession() {
		NasSession session = this.session;
		if (session == null) {
			throw new DsmError(119);
		}
		return session;
	}

}
