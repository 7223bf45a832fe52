package io.github.dsmsso.wizard.connection;

import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.Overview;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.dsm.Snapshot;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * What signing in to a NAS brought.
 *
 * @param session the administrator's session
 * @param description what the NAS says of itself
 * @param sso its SSO settings as they were then
 */
public record SignedInNas(DsmSession session, NasDescription description, SsoClient sso) {

	/** What a sign-in that succeeded brought. */
	public static SignedInNas of(SignIn signIn) {
		Overview overview = signIn.requireOverview();
		return new SignedInNas(signIn.requireSession(), overview.description(), overview.sso());
	}

	/**
	 * The same NAS as it is now.
	 * @throws ProblemException where it cannot be read
	 */
	public SignedInNas readAnew() {
		Snapshot now = this.session.snapshot();
		return new SignedInNas(this.session, now.description().get(), now.sso().get());
	}

	/**
	 * DSM 7.1 lets accounts of a directory alone sign in by SSO; a NAS that belongs to
	 * none has nobody to let in.
	 * @throws ProblemException where that is so
	 */
	public void requireSomebodyCanSignIn() {
		boolean directory = this.description.directory() != Directory.NONE;
		if (!this.sso.oidc().knowsLocalUsers() && !directory) {
			throw new ProblemException(Problem.of("nas.nobody-could-sign-in"));
		}
	}

}
