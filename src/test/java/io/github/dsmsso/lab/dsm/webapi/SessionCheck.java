package io.github.dsmsso.lab.dsm.webapi;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/** Who calls, and may they. */
record SessionCheck(DsmWorld world) {

	/**
	 * The caller's session, or null if it has none and needs none.
	 * @throws DsmError 119 or 106 without a session, 150 from another address, 105
	 * without the right
	 */
	@Nullable NasSession admitted(Access access, LabRequest request) {
		if (access == Access.ANYONE) {
			return present(request);
		}
		NasSession session = this.world.sessions().of(requireSid(request));
		requireSameAddress(session);
		requireToken(session, request);
		requireProofIfGiven(session, request);
		if (access == Access.ADMINISTRATORS && (session.limited() || !session.account().isAdministrator())) {
			throw new DsmError(105);
		}
		return session;
	}

	private @Nullable NasSession present(LabRequest request) {
		try {
			return this.world.sessions().of(sid(request));
		}
		catch (DsmError ex) {
			return null;
		}
	}

	private String requireSid(LabRequest request) {
		String sid = sid(request);
		if (sid == null) {
			throw new DsmError(this.world.assumes(DsmAssumption.MISSING_SESSION_ANSWERS_119) ? 119 : 105);
		}
		return sid;
	}

	private void requireSameAddress(NasSession session) {
		if (!session.source().equals(this.world.clientAddress())) {
			throw new DsmError(150);
		}
	}

	private void requireToken(NasSession session, LabRequest request) {
		String header = request.header("X-SYNO-TOKEN");
		String token = (header != null) ? header : unquoted(request.parameters().get("SynoToken"));
		if (session.synoToken() != null && !session.synoToken().equals(token)) {
			throw new DsmError(this.world.assumes(DsmAssumption.MISSING_TOKEN_ANSWERS_119) ? 119 : 103);
		}
	}

	/** A header that proves the handshake is optional, but must not be wrong. */
	private void requireProofIfGiven(NasSession session, LabRequest request) {
		String proof = request.header("X-SYNO-HASH");
		if (proof != null && !session.isProvedBy(proof)) {
			throw new DsmError(119);
		}
	}

	static @Nullable String sid(LabRequest request) {
		String parameter = request.parameters().get("_sid");
		return (parameter != null) ? unquoted(parameter) : request.cookie("id");
	}

	private static @Nullable String unquoted(@Nullable String value) {
		return (value != null) ? value.replaceAll("^\"(.*)\"$", "$1") : null;
	}

}
