package io.github.dsmsso.wizard.command;

import java.util.UUID;

import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Both systems signed in to for the time of a command.
 *
 * @param nas the NAS
 * @param authentik authentik
 */
record OpenConnection(SignedInNas nas, SharedAuthentik.Side authentik) implements AutoCloseable {

	/**
	 * Signs in to both: to authentik first, for a token can be tried as often as one
	 * likes.
	 * @throws ProblemException where one of them does not let the wizard in
	 * @throws CommandException where a secret is missing
	 */
	static OpenConnection of(ConnectionEntry entry, Invocation invocation, Connections connections) {
		Secrets secrets = invocation.secrets();
		SharedAuthentik.Side authentik = invocation.authentik()
			.of(entry.authentik().peer(), secrets.require(entry.authentik().tokenVariable()));
		DsmServer server = connections.discoverDsm(entry.nas().peer());
		Secret password = secrets.require(entry.nas().passwordVariable());
		SignIn signIn = signIn(server, entry, password, secrets.find("DSM_OTP_CODE"), connections);
		Secret typed = (signIn.outcome() == SignIn.Outcome.CODE_REQUIRED) ? secrets.askForCode(entry) : null;
		return of((typed != null) ? signIn(server, entry, password, typed, connections) : signIn, authentik);
	}

	private static SignIn signIn(DsmServer server, ConnectionEntry entry, Secret password, @Nullable Secret code,
			Connections connections) {
		return connections.signIn(server, new DsmCredentials(entry.nas().account(), password, code),
				UUID.randomUUID().toString());
	}

	private static OpenConnection of(SignIn signIn, SharedAuthentik.Side authentik) {
		return switch (signIn.outcome()) {
			case SIGNED_IN -> new OpenConnection(SignedInNas.of(signIn), authentik);
			case CODE_REQUIRED -> throw new CommandException(
					"DSM wants the one-time code of this account. Set DSM_OTP_CODE, or use an account without a second factor.");
			case REFUSED -> throw new ProblemException(signIn.requireCode().problem());
			case NOT_ADMINISTRATOR -> throw new ProblemException(Problem.of("dsm.not-administrator"));
		};
	}

	Connection connection() {
		return new Connection(this.nas.session(), this.authentik.client());
	}

	/** What authentik has. */
	AuthentikInventory inventory() {
		return this.authentik.inventory();
	}

	@Override
	public void close() {
		this.nas.session().close();
	}

}
