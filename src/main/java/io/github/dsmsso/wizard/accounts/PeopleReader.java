package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
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
	 * Reads both sides anew.
	 * @param access who may use the application
	 * @param localAllowed whether local accounts may sign in, or shall be allowed to
	 * @throws ProblemException where a side says no, or its answer stayed away
	 */
	public People read(Connection connection, AccessRestriction access, boolean localAllowed) {
		AuthentikClient authentik = connection.authentik();
		Reading<DsmAccounts> accounts = Reading.start(connection.dsm()::accounts);
		Reading<List<AuthentikUser>> users = Reading.start(() -> authentik.directory().users());
		Reading<List<AuthentikGroup>> groups = Reading.start(() -> authentik.directory().groups());
		return PeopleMatcher.match(new Population(users.get(), groups.get(), access, accounts.get(), localAllowed));
	}

}
