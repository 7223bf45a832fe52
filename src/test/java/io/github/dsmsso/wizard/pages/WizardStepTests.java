package io.github.dsmsso.wizard.pages;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WizardStepTests {

	@Test
	void theStartPageIsNotCounted() {
		assertThat(WizardStep.counted()).hasSize(7).doesNotContain(WizardStep.START);
	}

	@Test
	void everyStepButTheStartHasOneBeforeIt() {
		List<WizardStep> steps = WizardStep.counted();
		assertThat(WizardStep.START.previous(steps)).isNull();
		assertThat(WizardStep.NAS.previous(steps)).isEqualTo(WizardStep.START);
		assertThat(WizardStep.PEOPLE.previous(steps)).isEqualTo(WizardStep.AUTHENTIK);
	}

	@Test
	void aMereCheckHasThreeSteps() {
		List<WizardStep> steps = WizardStep.ofCheck();
		assertThat(steps).containsExactly(WizardStep.NAS, WizardStep.AUTHENTIK, WizardStep.PROVE);
		assertThat(WizardStep.PROVE.previous(steps)).isEqualTo(WizardStep.AUTHENTIK);
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
