package io.github.dsmsso.wizard;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;

/** What the verification says of a bench's connection. */
final class Findings {

	private Findings() {
	}

	/** The codes of what fails, in the order of the report. */
	static List<String> failures(Bench bench, AuthentikClient authentik) {
		VerificationSubject subject = new VerificationSubject(new Connection(bench.dsmSession(), authentik), "synology",
				BaseUrl.parse("https://nas.example:5001"));
		return bench.bean(Verifier.class)
			.verify(subject)
			.with(Verdict.FAIL)
			.stream()
			.map(CheckResult::findingCode)
			.toList();
	}

}
