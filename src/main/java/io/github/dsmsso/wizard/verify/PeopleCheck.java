package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;

/**
 * Those who may sign in have a DSM account of the very name that authentik sends.
 */
final class PeopleCheck implements Check {

	private static final String ID = "people";

	private static final int MOST_NAMES = 12;

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().sso().judge(ID, (sso) -> judge(sso.oidc().userClaim(), observation));
	}

	private static CheckResult judge(String claim, Observation observation) {
		boolean typeAllowsNobody = new AccountTypeCheck().examine(observation).verdict() == Verdict.FAIL;
		if (claim.isEmpty() || typeAllowsNobody) {
			return CheckResult.dependsOnOthers(ID);
		}
		return PeopleReading.of(observation)
			.judge(ID, (people) -> isToldByOthers(people, claim, observation) ? CheckResult.dependsOnOthers(ID)
					: withAge(withNames(judge(people), people), observation.authentik()));
	}

	/** So many that they are not read again at once. */
	private static CheckResult withAge(CheckResult result, AuthentikSide authentik) {
		return authentik.usersReadEarlier()
				? result.with("users-read-earlier", String.valueOf(authentik.users().find().map(List::size).orElse(0)))
				: result;
	}

	/** A closed application, or a claim that brings nobody in, is what another names. */
	private static boolean isToldByOthers(People people, String claim, Observation observation) {
		boolean closed = people.defaultAccess() == DefaultAccess.CLOSED
				&& BoundAccess.of(observation.authentik()).find().filter(AccessRules::areUnbound).isPresent();
		boolean unsent = !people.with(Person.Verdict.NO_NAME_SENT).isEmpty() && !PeopleReading.anybodyMight(people);
		return closed || unsent || (!DsmRules.isUsername(claim) && !PeopleReading.anybodyMight(people));
	}

	private static CheckResult judge(People people) {
		String in = String.valueOf(people.gettingIn().size());
		String stranded = String.valueOf(people.stranded().size());
		if (!people.with(Person.Verdict.DIRECTORY_NOT_LISTED).isEmpty()) {
			return CheckResult.unknown(ID, "directory-not-listed", in);
		}
		if (!people.notKnown().isEmpty()) {
			return CheckResult.unknown(ID, "not-known", in, String.valueOf(people.notKnown().size()),
					names(people.notKnown()));
		}
		boolean denied = people.stranded().equals(people.with(Person.Verdict.DESKTOP_DENIED));
		if (people.gettingIn().isEmpty()) {
			return CheckResult.fail(ID, denied ? "nobody-permitted" : "nobody", stranded, names(people.stranded()));
		}
		return people.stranded().isEmpty() ? CheckResult.pass(ID, "all", in)
				: CheckResult.warn(ID, denied ? "some-denied" : "some", in, stranded, names(people.stranded()));
	}

	private static CheckResult withNames(CheckResult result, People people) {
		CheckResult named = result;
		for (Person.Verdict verdict : Person.Verdict.values()) {
			List<Person> persons = people.with(verdict);
			if (!persons.isEmpty()) {
				named = named.with("people." + verdict, names(persons) + count(persons));
			}
		}
		return named;
	}

	private static String names(List<Person> persons) {
		String first = persons.stream().limit(MOST_NAMES).map(Person::username).collect(Collectors.joining(", "));
		return (persons.size() > MOST_NAMES) ? first + ", …" : first;
	}

	private static String count(List<Person> persons) {
		return (persons.size() > MOST_NAMES) ? " (" + persons.size() + ")" : "";
	}

}
