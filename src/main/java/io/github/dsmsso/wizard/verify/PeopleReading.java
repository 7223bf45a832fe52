package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.NameRules;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleMatcher;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.Person.Outlook;
import io.github.dsmsso.wizard.accounts.Population;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * Who will be able to sign in, by what was observed: judged as the page about people
 * judges, by the connection as it is.
 */
final class PeopleReading {

	private PeopleReading() {
	}

	/** The people; nothing where there is no application or no provider. */
	static Observed<People> of(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		DsmSide dsm = observation.dsm();
		return question(authentik, dsm).lookFurther(everyone(authentik, dsm),
				(question, everyone) -> PeopleMatcher.match(new Population(everyone, question, authentik.answers())));
	}

	/** Who would be able to sign in if DSM went by the user name. */
	static Observed<People> byUsername(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		DsmSide dsm = observation.dsm();
		return questionByUsername(question(authentik, dsm)).lookFurther(everyone(authentik, dsm), (question,
				everyone) -> PeopleMatcher.match(new Population(everyone, question, authentik.answersByUsername())));
	}

	/** The same question if DSM went by the user name. */
	static Observed<PeopleQuestion> questionByUsername(Observed<PeopleQuestion> question) {
		return question
			.lookFurther((asked) -> asked.withClaim(DsmRules.USERNAME_CLAIM, DsmRules.asked(DsmRules.SCOPE)));
	}

	/** Whether somebody will get in, or may. */
	static boolean anybodyMight(People people) {
		return people.persons().stream().anyMatch((person) -> person.verdict().outlook() != Outlook.OUT);
	}

	static Observed<Everyone> everyone(AuthentikSide authentik, DsmSide dsm) {
		return authentik.users()
			.then((users) -> authentik.groups()
				.lookFurther(dsm.accounts(),
						(groups, accounts) -> new Everyone(users, groups, accounts, authentik.defaultAccess())));
	}

	static Observed<PeopleQuestion> question(AuthentikSide authentik, DsmSide dsm) {
		return BoundAccess.of(authentik)
			.then((access) -> dsm.sso()
				.then((sso) -> names(authentik, sso.oidc())
					.lookFurther((names) -> new PeopleQuestion(access, names, allowsLocal(sso)))));
	}

	private static Observed<NameRules> names(AuthentikSide authentik, OidcSso oidc) {
		return authentik.provider()
			.lookFurther(AttachedScopes.mappings(authentik), (provider, mappings) -> new NameRules(provider.pk(),
					oidc.userClaim(), List.of(oidc.scope().strip().split("\\s+")), mappings, provider.subjectMode()));
	}

	private static boolean allowsLocal(SsoClient sso) {
		return Boolean.TRUE.equals(sso.oidc().allowLocalUser());
	}

}
