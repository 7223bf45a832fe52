package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorstCheckTests {

	private static final CheckResult PASS = CheckResult.pass("service", "on");

	private static final CheckResult UNKNOWN = CheckResult.unknown("clocks", "dsm-silent");

	private static final CheckResult WARN = CheckResult.warn("clocks", "ahead", "61");

	private static final CheckResult FAIL = CheckResult.fail("application", "missing");

	@Test
	void itIsAsBadAsTheWorstCheck() {
		assertThat(report(PASS, UNKNOWN).worst()).isEqualTo(Verdict.UNKNOWN);
		assertThat(report(PASS, FAIL, WARN).worst()).isEqualTo(Verdict.FAIL);
		assertThat(report(PASS).worst()).isEqualTo(Verdict.PASS);
		assertThat(report().worst()).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void itHoldsUnlessACheckFails() {
		assertThat(report(PASS, UNKNOWN, WARN).holds()).isTrue();
		assertThat(report(PASS, FAIL).holds()).isFalse();
	}

	@Test
	void aCheckIsFoundByItsNameAndItsVerdict() {
		CheckReport report = report(PASS, WARN);
		assertThat(report.of("clocks")).contains(WARN);
		assertThat(report.of("application")).isEmpty();
		assertThat(report.with(Verdict.WARN)).containsExactly(WARN);
		assertThat(report.findings()).extracting(Finding::result).containsExactly(WARN);
	}

	private static CheckReport report(CheckResult... results) {
		return new CheckReport(List.of(results), Picture.NOW, null);
	}

}
