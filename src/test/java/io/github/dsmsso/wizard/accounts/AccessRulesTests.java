package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccessRulesTests {

	private static final PolicyBinding FAMILY = PolicyBinding.ofGroup("app", "g-family", 0);

	private static final PolicyBinding ANNA = PolicyBinding.ofUser("app", 1, 1);

	private static final PolicyBinding POLICY = new PolicyBinding("b", "app", null, null, "p-office-hours", 2, true,
			false);

	@Test
	void whoIsLetInByOneOfSeveralPlainBindingsCanBeReckoned() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, ANNA), true);
		assertThat(rules.canBeReckoned()).isTrue();
		assertThat(rules.application()).isEqualTo("nas");
		assertThat(rules.wished()).isEqualTo(new AccessRestriction(Set.of("g-family"), Set.of(1)));
	}

	@Test
	void severalBindingsThatMustAllHoldCannotBeReckonedAndASingleOneCan() {
		assertThat(AccessRules.asTheyAre("nas", List.of(FAMILY, ANNA), false).canBeReckoned()).isFalse();
		assertThat(AccessRules.asTheyAre("nas", List.of(FAMILY), false).canBeReckoned()).isTrue();
		assertThat(AccessRules.asTheyAre("nas", List.of(ANNA), false).canBeReckoned()).isTrue();
	}

	@Test
	void aPolicyIsForAuthentikToRun() {
		assertThat(AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), true).canBeReckoned()).isFalse();
		assertThat(AccessRules.asTheyAre("nas", List.of(POLICY), true).areUnbound()).isFalse();
	}

	@Test
	void aBindingWithoutEffectBindsNobody() {
		PolicyBinding off = new PolicyBinding("b", "app", "g-family", null, null, 0, false, false);
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(off), true);
		assertThat(rules.areUnbound()).isTrue();
		assertThat(rules.canBeReckoned()).isTrue();
	}

	@Test
	void rulesAreAsTheyAreUntilOthersAreChosen() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), true);
		assertThat(rules.areAsTheyAre()).isTrue();
		AccessRules others = rules.withWished(new AccessRestriction(Set.of("g-nas"), Set.of()));
		assertThat(others.areAsTheyAre()).isFalse();
		assertThat(others.present()).isEqualTo(rules.wished());
		assertThat(others.application()).isEqualTo("nas");
	}

	@Test
	void whoIsLetInUntilACertainDayIsNotLetInForGoodByBeingChosen() {
		PolicyBinding group = expiring("g-guests", null, false);
		PolicyBinding user = expiring(null, 7, false);
		AccessRestriction chosen = new AccessRestriction(Set.of("g-guests", "g-family"), Set.of(1, 7));
		assertThat(new AccessRules("nas", chosen, List.of(group, user), true).wished())
			.isEqualTo(new AccessRestriction(Set.of("g-family"), Set.of(1)));
	}

	@Test
	void whoIsLetInForGoodAsWellStaysChosen() {
		PolicyBinding group = expiring("g-family", null, false);
		PolicyBinding user = expiring(null, 1, false);
		assertThat(AccessRules.asTheyAre("nas", List.of(FAMILY, ANNA, group, user), true).wished())
			.isEqualTo(new AccessRestriction(Set.of("g-family"), Set.of(1)));
	}

	@Test
	void whoIsKeptOutUntilACertainDayMayBeChosen() {
		AccessRestriction chosen = new AccessRestriction(Set.of("g-family"), Set.of(1));
		assertThat(new AccessRules("nas", chosen, List.of(expiring("g-family", null, true)), true).wished())
			.isEqualTo(chosen);
		assertThat(new AccessRules("nas", chosen, List.of(POLICY), true).wished()).isEqualTo(chosen);
	}

	private static PolicyBinding expiring(@Nullable String group, @Nullable Integer user, boolean negate) {
		return new PolicyBinding("b", "app", group, user, null, 3, true, negate, 30, false, true);
	}

}
