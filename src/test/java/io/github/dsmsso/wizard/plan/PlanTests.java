package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PlanTests {

	private final ExistingSetup setup = ExistingSetup.wellSet();

	@Test
	void aPlanThatIsBlockedIsNotAppliedAndSaysWhy() {
		Plan plan = this.setup.plan();
		assertThat(plan.canBeApplied()).isTrue();
		assertThatNoException().isThrownBy(plan::requireNoBlocker);
		Plan blocked = plan.with(List.of(Problem.of("plan.first"), Problem.of("plan.second")), List.of());
		assertThat(blocked.canBeApplied()).isFalse();
		assertThat(blocked.changesNothing()).isFalse();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(blocked::requireNoBlocker)
			.withMessage("plan.first");
	}

	@Test
	void everyRiskHasToBeAcknowledged() {
		Plan plan = this.setup.plan().with(List.of(), List.of(Problem.of("plan.one"), Problem.of("plan.two")));
		assertThatNoException().isThrownBy(() -> plan.requireAcknowledged(Set.of("plan.two", "plan.one", "another")));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> plan.requireAcknowledged(Set.of("plan.one")))
			.withMessage("plan.risks-not-acknowledged");
	}

	@Test
	void aPlanThatWritesIsNotFulfilled() {
		assertThat(this.setup.plan().changesNothing()).isTrue();
		this.setup.encryptionKey = "rsa";
		assertThat(this.setup.plan().changesNothing()).isFalse();
		assertThat(this.setup.plan().isFulfilled()).isFalse();
	}

	@Test
	void whetherPeopleSignInByWhatIsChangedIsKnownByItsClient() {
		assertThat(this.setup.plan().changesWhatIsInUse()).isTrue();
		this.setup.clientId = "other";
		assertThat(this.setup.plan().changesWhatIsInUse()).isFalse();
		assertThat(ExistingSetup.blank().plan().changesWhatIsInUse()).isFalse();
		this.setup.clientId = "nas-client";
		this.setup.profile = new SsoProfile(false, "oidc");
		assertThat(this.setup.plan().changesWhatIsInUse()).isFalse();
	}

	@Test
	void anApplicationIsMadeWhereThereIsNone() {
		assertThat(ExistingSetup.blank().plan().createsApplication()).isTrue();
		assertThat(this.setup.plan().createsApplication()).isFalse();
	}

	@Test
	void whatWasEmptyAndMayNotBeEmptiedAgainIsNamed() {
		assertThat(this.setup.plan().staysFilled()).isEmpty();
		assertThat(ExistingSetup.blank().plan().staysFilled()).isEmpty();
		this.setup.grantTypes = List.of();
		assertThat(this.setup.plan().staysFilled()).containsExactly("grant_types");
	}

	@ParameterizedTest
	@EnumSource
	void onlyRedirectsSecretsAndTheFlowAreChangedOnDemand(Aspect aspect) {
		assertThat(Planner.offers(aspect))
			.isEqualTo(Set.of(Aspect.REDIRECT, Aspect.CLIENT_SECRET, Aspect.AUTHORIZATION_FLOW).contains(aspect));
	}

}
