package io.github.dsmsso.wizard.verify;

import java.util.List;

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
		Observation observation = this.observer.observe(subject);
		return new CheckReport(examine(observation), observation.at(),
				PeopleReading.of(observation).find().orElse(null));
	}

	static List<CheckResult> examine(Observation observation) {
		return Checks.ALL.stream().map((check) -> check.examine(observation)).toList();
	}

}
