package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.Directory;
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
		Directory directory = connection.authentik().directory();
		Reading<List<AuthentikUser>> users = Reading.start(directory::users);
		Reading<List<AuthentikGroup>> groups = Reading.start(directory::groups);
		return everyone(connection, users::get, groups::get);
	}

	/**
	 * The same where authentik's directory was read just now.
	 * @throws ProblemException where a side says no, or its answer stayed away
	 */
	public Everyone everyone(Connection connection, List<AuthentikUser> users, List<AuthentikGroup> groups) {
		return everyone(connection, () -> users, () -> groups);
	}

	private static Everyone everyone(Connection connection, Supplier<List<AuthentikUser>> users,
			Supplier<List<AuthentikGroup>> groups) {
		Reading<DsmAccounts> accounts = Reading.start(connection.dsm()::accounts);
		DefaultAccess defaultAccess = DefaultAccess.read(connection.authentik());
		return new Everyone(users.get(), groups.get(), accounts.get(), defaultAccess);
	}

}
