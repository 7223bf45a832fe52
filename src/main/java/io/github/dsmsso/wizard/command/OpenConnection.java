package io.github.dsmsso.wizard.command;

import java.util.UUID;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Both systems signed in to for the time of a command.
 *
 * @param nas the NAS
 * @param authentik authentik
 */
record OpenConnection(SignedInNas nas, AuthentikClient authentik) implements AutoCloseable {

	/**
	 * Signs in to both: to authentik first, for a token can be tried as often as one
	 * likes.
	 * @throws ProblemException where one of them does not let the wizard in
	 * @throws CommandException where a secret is missing
	 */
	static OpenConnection of(ConnectionFile file, Secrets secrets, Connections connections) {
		AuthentikClient authentik = connections.connect(connections.discoverAuthentik(file.authentikPeer()),
				secrets.require(file.authentik().tokenVariable()));
		DsmServer server = connections.discoverDsm(file.nasPeer());
		DsmCredentials credentials = new DsmCredentials(file.nas().account(),
				secrets.require(file.nas().passwordVariable()), secrets.find("DSM_OTP_CODE"));
		SignIn signIn = connections.signIn(server, credentials, UUID.randomUUID().toString());
		return switch (signIn.outcome()) {
			case SIGNED_IN -> new OpenConnection(SignedInNas.of(signIn), authentik);
			case CODE_REQUIRED -> throw new CommandException(
					"DSM wants the one-time code of this account. Set DSM_OTP_CODE, or use an account without a second factor.");
			case REFUSED -> throw new ProblemException(signIn.requireCode().problem());
			case NOT_ADMINISTRATOR -> throw new ProblemException(Problem.of("dsm.not-administrator"));
		};
	}

	Connection connection() {
		return new Connection(this.nas.session(), this.authentik);
	}

	@Override
	public void close() {
		this.nas.session().close();
	}

}
