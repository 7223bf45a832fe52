package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.accounts.Admission.Answer;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

	private static final PolicyBinding FAMILY = PolicyBinding.ofGroup("app", "g-family", 0);

	private static final PolicyBinding NAS_USERS = PolicyBinding.ofGroup("app", "g-nas", 1);

	private static final PolicyBinding POLICY = new PolicyBinding("b", "app", null, null, "p-office-hours", 2, true,
			false);

	private static final AuthentikUser ANNA = user(1, "anna", "g-family");

	private static final AuthentikUser DAVE = user(2, "dave");

	private static final AuthentikUser ERIN = user(3, "erin");

	@ParameterizedTest
	@CsvSource({ "true, OPEN", "false, CLOSED", ", UNKNOWN" })
	void theSettingOfTheSystemSaysWhoMayUseWhatNobodyIsBoundTo(@Nullable Boolean open, DefaultAccess access) {
		assertThat(DefaultAccess.of(new SystemSettings(null, null, null, open))).isEqualTo(access);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, YES", "CLOSED, NO", "UNKNOWN, UNKNOWN" })
	void whereNobodyIsBoundTheDefaultHolds(DefaultAccess access, Answer answer) {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(), true);
		assertThat(admission(access, rules, AuthentikAnswers.none()).of(ANNA)).isEqualTo(answer);
	}

	@Test
	void whatAuthentikSaysHoldsWhereItsDefaultIsHidden() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(), true);
		Admission admission = admission(DefaultAccess.UNKNOWN, rules, said(Map.of(1, true, 2, false)));
		assertThat(admission.of(ANNA)).isEqualTo(Answer.YES);
		assertThat(admission.of(DAVE)).isEqualTo(Answer.NO);
		assertThat(admission.of(ERIN)).isEqualTo(Answer.UNKNOWN);
	}

	@Test
	void whoIsNamedByABindingNeedsNoPolicyWhereOneOfThemIsEnough() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), true);
		assertThat(admission(rules, AuthentikAnswers.none()).of(ANNA)).isEqualTo(Answer.YES);
		assertThat(admission(rules, AuthentikAnswers.none()).of(DAVE)).isEqualTo(Answer.UNKNOWN);
		assertThat(admission(rules, said(Map.of(2, true))).of(DAVE)).isEqualTo(Answer.YES);
		assertThat(admission(rules, said(Map.of(2, false))).of(DAVE)).isEqualTo(Answer.NO);
	}

	@Test
	void whoIsNamedByABindingNeedsThePolicyAsWellWhereAllMustHold() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), false);
		assertThat(admission(rules, AuthentikAnswers.none()).of(ANNA)).isEqualTo(Answer.UNKNOWN);
		assertThat(admission(rules, said(Map.of(1, false))).of(ANNA)).isEqualTo(Answer.NO);
	}

	@Test
	void anAnswerAboutBindingsThatStayHoldsForAnotherChoice() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), true)
			.withWished(new AccessRestriction(Set.of(), Set.of(3)));
		Admission admission = admission(rules, said(Map.of(1, true, 2, true)));
		assertThat(admission.of(DAVE)).as("whom the policy let in").isEqualTo(Answer.YES);
		assertThat(admission.of(ANNA)).as("whom the group may have let in").isEqualTo(Answer.UNKNOWN);
		assertThat(admission.of(ERIN)).as("who is chosen now").isEqualTo(Answer.YES);
		assertThat(admission.obstacle(ANNA)).isEqualTo(Unasked.OTHER_CHOICE);
		assertThat(admission.obstacle(DAVE)).isEqualTo(Unasked.LIMIT);
	}

	@Test
	void anAnswerDoesNotHoldForAnotherChoiceWhereAllMustHold() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, POLICY), false)
			.withWished(new AccessRestriction(Set.of("g-nas"), Set.of()));
		assertThat(admission(rules, said(Map.of(2, true))).of(DAVE)).isEqualTo(Answer.UNKNOWN);
	}

	@Test
	void anAnswerDoesNotHoldForAnotherChoiceWhereNoOtherBindingDecides() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY), true)
			.withWished(AccessRestriction.everyone());
		Admission admission = admission(DefaultAccess.UNKNOWN, rules, said(Map.of(2, false)));
		assertThat(admission.of(DAVE)).isEqualTo(Answer.UNKNOWN);
		assertThat(admission.obstacle(DAVE)).isEqualTo(Unasked.OTHER_CHOICE);
	}

	@Test
	void whyNobodyCanBeAskedAboutIsTheFirstReason() {
		AccessRules rules = AccessRules.asTheyAre("nas", List.of(FAMILY, NAS_USERS), false);
		AuthentikAnswers refused = new AuthentikAnswers(Map.of(), Map.of(), Unasked.TOKEN, null);
		assertThat(admission(rules, refused).of(ANNA)).isEqualTo(Answer.UNKNOWN);
		assertThat(admission(rules, refused).obstacle(ANNA)).isEqualTo(Unasked.TOKEN);
	}

	private static Admission admission(AccessRules rules, AuthentikAnswers answers) {
		return admission(DefaultAccess.OPEN, rules, answers);
	}

	private static Admission admission(DefaultAccess access, AccessRules rules, AuthentikAnswers answers) {
		Everyone everyone = new Everyone(List.of(ANNA, DAVE, ERIN), List.of(), new DsmAccounts(List.of(), Set.of()),
				access);
		return new Admission(everyone, rules, answers);
	}

	private static AuthentikAnswers said(Map<Integer, Boolean> access) {
		return new AuthentikAnswers(access, Map.of(), null, null);
	}

	private static AuthentikUser user(int pk, String username, String... groups) {
		return new AuthentikUser(pk, username, username, username + "@mail.example", true, "internal", List.of(groups));
	}

}
