package io.github.dsmsso.wizard.dsm;

import java.time.Clock;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in with a password: a single request, then the first look, which proves that
 * the account administers this DSM.
 */
final class PasswordSignIn {

	private static final int PORTAL_ONLY = 405;

	private final DsmServer server;

	private final WebApi api;

	private final Clock clock;

	PasswordSignIn(DsmServer server, WebApi api, Clock clock) {
		this.server = server;
		this.api = api;
		this.clock = clock;
	}

	SignIn with(DsmCredentials credentials) {
		DsmData login;
		try {
			login = WebApi.await(this.api.call(DsmCall.LOGIN, parameters(credentials)));
		}
		catch (DsmException ex) {
			return refused(ex.code(), hasCode(credentials.oneTimeCode()));
		}
		HttpDsmSession session = new HttpDsmSession(this.server, credentials.account(),
				this.api.signedIn(SessionKey.of(login)), this.clock);
		return Boolean.TRUE.equals(login.flagOrNull("is_portal_port")) ? turnedAway(session) : proven(session);
	}

	private static Parameters parameters(DsmCredentials credentials) {
		Parameters parameters = Parameters.none()
			.with("account", credentials.account())
			.with("passwd", credentials.password())
			.with("session", "webui")
			.with("format", "sid")
			.with("enable_syno_token", "yes");
		Secret code = credentials.oneTimeCode();
		return (code != null && hasCode(code)) ? parameters.with("otp_code", code) : parameters;
	}

	private static boolean hasCode(@Nullable Secret code) {
		return code != null && !code.isEmpty();
	}

	private static SignIn refused(DsmErrorCode code, boolean codeGiven) {
		boolean wantsCode = code.number() == 403 || code.number() == 414;
		return SignIn.ended((wantsCode && !codeGiven) ? SignIn.Outcome.CODE_REQUIRED : SignIn.Outcome.REFUSED, code);
	}

	/** A port that belongs to one application alone. */
	private static SignIn turnedAway(HttpDsmSession session) {
		session.close();
		return SignIn.ended(SignIn.Outcome.REFUSED, new DsmErrorCode(DsmCall.LOGIN.api(), PORTAL_ONLY));
	}

	private SignIn proven(HttpDsmSession session) {
		try {
			return SignIn.succeeded(session, session.overview());
		}
		catch (DsmException ex) {
			session.close();
			if (ex.code().isNotPermitted()) {
				return SignIn.ended(SignIn.Outcome.NOT_ADMINISTRATOR, ex.code());
			}
			throw ex;
		}
		catch (RuntimeException ex) {
			session.close();
			throw ex;
		}
	}

}
