package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Reads the people of authentik and the accounts of DSM side by side, and finds out who
 * will be able to sign in.
 */
@Component
public class PeopleReader {

	/**
	 * Reads both sides anew, and asks authentik what cannot be reckoned.
	 * @throws ProblemException where a side says no, or its answer stayed away; what
	 * authentik does not say about a single person is not known instead
	 */
	public People read(Connection connection, PeopleQuestion question) {
		return read(connection.authentik(), everyone(connection), question, Inquiry.Listener.NONE);
	}

	/**
	 * The same with people who were read already.
	 * @param listener hears how far the asking is
	 */
	public People read(AuthentikClient authentik, Everyone everyone, PeopleQuestion question,
			Inquiry.Listener listener) {
		AuthentikAnswers answers = Inquiry.ask(authentik, everyone, question, listener);
		return PeopleMatcher.match(new Population(everyone, question, answers));
	}

	/**
	 * Reads both sides anew, for any number of questions.
	 * @throws ProblemException where a side says no, or its answer stayed away
	 */
	public Everyone everyone(Connection connection) {
		AuthentikClient authentik = connection.authentik();
		Reading<DsmAccounts> accounts = Reading.start(connection.dsm()::accounts);
		Reading<List<AuthentikUser>> users = Reading.start(() -> authentik.directory().users());
		Reading<List<AuthentikGroup>> groups = Reading.start(() -> authentik.directory().groups());
		Reading<DefaultAccess> defaultAccess = Reading.start(() -> DefaultAccess.read(authentik));
		return new Everyone(users.get(), groups.get(), accounts.get(), defaultAccess.get());
	}

}
