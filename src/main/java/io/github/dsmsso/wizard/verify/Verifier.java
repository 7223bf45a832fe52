package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at a connection and tells what is true now. Nothing is written on either side.
 */
@Component
public class Verifier {

	private final Observer observer;

	Verifier(Observer observer) {
		this.observer = observer;
	}

	/**
	 * Reads everything first, then judges; a part that cannot be read makes the checks
	 * that need it unknown and no others.
	 */
	public CheckReport verify(VerificationSubject subject) {
		return report(this.observer.observe(subject, null));
	}

	/**
	 * The same together with a look for a sign-in.
	 * @param watched since when one is watched for; null to begin now
	 * @throws ProblemException where it cannot begin, because DSM does not tell who is
	 * signed in
	 */
	public Verification verify(VerificationSubject subject, @Nullable WatchedSignIn watched) {
		Observation observation = this.observer.observe(subject, watched);
		WatchedSignIn since = (watched != null) ? watched : SignInWatch.from(observation);
		SignInProof signIn = SignInWatch.seen(observation, since);
		boolean proven = signIn.isProven() || subject.signInProven();
		return new Verification(proven ? subject.withSignInProven() : subject, since, signIn,
				report(proven ? observation.withSignInProven() : observation));
	}

	private static CheckReport report(Observation observation) {
		return new CheckReport(examine(observation), observation.at(),
				PeopleReading.of(observation).find().orElse(null));
	}

	static List<CheckResult> examine(Observation observation) {
		return Checks.ALL.stream().map((check) -> check.examine(observation)).toList();
	}

}
