package io.github.dsmsso.wizard.verify;

import java.util.ResourceBundle;
import java.util.Set;

import io.github.dsmsso.wizard.verify.CheckResult.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** The sentences of the checks. */
final class Words {

	private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages/verify");

	private Words() {
	}

	static Set<String> keys() {
		return BUNDLE.keySet();
	}

	static String of(String key) {
		return BUNDLE.getString(key);
	}

	/** A result can be told in full: title, finding, what to do, and each evidence. */
	static void areWritten(CheckResult result) {
		assertThat(keys()).contains(result.titleCode(), result.findingCode());
		if (result.verdict() == Verdict.WARN || result.verdict() == Verdict.FAIL) {
			assertThat(keys()).contains(result.actionCode());
		}
		assertThat(result.evidence()).allSatisfy((evidence) -> assertThat(keys()).contains(evidence.labelCode()));
	}

}
