package io.github.dsmsso.wizard.verify;

import java.util.List;
import java.util.function.Consumer;

import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person is told first, and what is folded under it. */
class FindingTests {

	@Test
	void nothingIsFoundOfAWellSetConnection() {
		assertThat(findings((it) -> {
		})).isEmpty();
	}

	@Test
	void failuresStandAboveWarningsAndThoseAboveWhatIsNotKnown() {
		List<Finding> findings = findings((it) -> {
			it.trust = TlsTrust.in(new Fingerprint("AB:CD"));
			it.secretInDsm = Secret.none();
			it.dsmClock = Observed.nothing();
		});
		assertThat(findings).extracting((finding) -> finding.result().findingCode())
			.containsExactly("check.client-secret.empty", "check.certificate.chain", "check.clocks.dsm-silent");
	}

	@Test
	void whatDependsOnTheOneFailureIsFoldedUnderIt() {
		List<Finding> findings = findings((it) -> it.application = Observed.nothing());
		assertThat(findings).extracting((finding) -> finding.result().findingCode())
			.containsExactly("check.application.missing");
		assertThat(findings.get(0).following()).hasSizeGreaterThan(8)
			.allMatch(CheckResult::isDependent)
			.extracting(CheckResult::check)
			.startsWith("discovery", "encryption");
	}

	@Test
	void whatWaitsForSeveralFailuresIsFoldedUnderTheLast() {
		List<Finding> findings = findings((it) -> {
			it.encryptionKey = "rsa-uuid";
			it.allowLocalUser = false;
		});
		assertThat(findings).extracting((finding) -> finding.result().check())
			.containsExactly("encryption", "account-type");
		assertThat(findings.get(0).following()).isEmpty();
		assertThat(findings.get(1).following()).extracting(CheckResult::check).containsExactly("people");
	}

	@Test
	void whatTheSameCauseKeptFromBeingSeenIsToldOnce() {
		List<Finding> findings = findings((it) -> it.sso = Observed.failed(Problem.of("dsm.session-gone")));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.result().verdict()).isEqualTo(Verdict.UNKNOWN);
			assertThat(finding.following()).hasSizeGreaterThan(8)
				.allSatisfy((other) -> assertThat(other.cause()).isEqualTo(Problem.of("dsm.session-gone")));
		});
	}

	private static List<Finding> findings(Consumer<Picture> fault) {
		Picture picture = Picture.wellSet();
		fault.accept(picture);
		return Finding.of(picture.results());
	}

}
