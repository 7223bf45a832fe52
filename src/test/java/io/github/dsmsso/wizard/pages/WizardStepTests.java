package io.github.dsmsso.wizard.pages;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WizardStepTests {

	@Test
	void theStartPageIsNotCounted() {
		assertThat(WizardStep.counted()).hasSize(7).doesNotContain(WizardStep.START);
		assertThat(WizardStep.NAS.number()).isOne();
		assertThat(WizardStep.RECORD.number()).isEqualTo(7);
	}

	@Test
	void everyStepButTheFirstAndTheLastHasTwoNeighbours() {
		assertThat(WizardStep.START.previous()).isNull();
		assertThat(WizardStep.PEOPLE.previous()).isEqualTo(WizardStep.AUTHENTIK);
		assertThat(WizardStep.PEOPLE.next()).isEqualTo(WizardStep.REVIEW);
		assertThat(WizardStep.RECORD.next()).isNull();
	}

	@Test
	void theStepListLeadsBackButNeverAhead() {
		assertThat(WizardStep.NAS.isReachableFrom(WizardStep.REVIEW)).isTrue();
		assertThat(WizardStep.REVIEW.isReachableFrom(WizardStep.NAS)).isFalse();
		assertThat(WizardStep.NAS.isReachableFrom(WizardStep.NAS)).isFalse();
	}

	@Test
	void onceThePlanIsAppliedTheStepListLeadsNowhere() {
		assertThat(WizardStep.counted()).noneMatch((step) -> step.isReachableFrom(WizardStep.APPLY))
			.noneMatch((step) -> step.isReachableFrom(WizardStep.RECORD));
	}

	@Test
	void aStepIsFinishedCurrentOrAhead() {
		assertThat(WizardStep.NAS.seenFrom(WizardStep.PEOPLE)).isEqualTo(WizardStep.Standing.FINISHED);
		assertThat(WizardStep.PEOPLE.seenFrom(WizardStep.PEOPLE)).isEqualTo(WizardStep.Standing.CURRENT);
		assertThat(WizardStep.PROVE.seenFrom(WizardStep.PEOPLE)).isEqualTo(WizardStep.Standing.AHEAD);
	}

	@Test
	void aCheckWithoutAPlanHasNotFinishedTheStepsOfOne() {
		assertThat(WizardStep.counted())
			.filteredOn((step) -> step.seenFrom(WizardStep.PROVE, true) == WizardStep.Standing.FINISHED)
			.containsExactly(WizardStep.NAS, WizardStep.AUTHENTIK);
		assertThat(WizardStep.REVIEW.seenFrom(WizardStep.REVIEW, true)).isEqualTo(WizardStep.Standing.CURRENT);
	}

}
