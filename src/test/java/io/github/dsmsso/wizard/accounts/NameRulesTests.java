package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameRulesTests {

	private static final List<String> SCOPES = List.of("openid", "profile", "email");

	private static final ScopeMapping OPENID = shipped("openid");

	private static final ScopeMapping PROFILE = shipped("profile");

	private static final ScopeMapping EMAIL = shipped("email");

	private static final ScopeMapping BRIDGE = own("profile",
			"return {\"preferred_username\": request.user.attributes.get(\"nas_name\") or request.user.username}");

	private static final ScopeMapping CALCULATED = own("profile", "return made_up(user)");

	private static final AuthentikUser ANNA = new AuthentikUser(1, "anna", "Anna Example", "anna@mail.example", true,
			"internal", List.of(), Map.of("nas_name", "a.example"));

	private static final AuthentikUser DAVE = new AuthentikUser(2, "dave", "Dave", "", true, "internal", List.of());

	@ParameterizedTest
	@CsvSource({ "preferred_username, anna", "nickname, anna", "email, anna@mail.example", "name, Anna Example",
			"given_name, Anna Example" })
	void whatTheShippedMappingsSendIsReckoned(String claim, String sent) {
		assertThat(name(rules(claim, OPENID, PROFILE, EMAIL), ANNA)).isEqualTo(sent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "preferred_username", "nickname", "name" })
	void noNameIsSentByAScopeThatDsmDoesNotAskFor(String claim) {
		NameRules rules = rules(claim, OPENID, PROFILE, EMAIL).withClaim(claim, List.of("openid", "email"));
		assertThat(name(rules, ANNA)).isEmpty();
	}

	@Test
	void whatAMappingCalculatesIsNotReckoned() {
		assertThat(rules("preferred_username", OPENID, CALCULATED).reckoning()).isNull();
		assertThat(rules("preferred_username", OPENID, PROFILE, CALCULATED).reckoning()).isNull();
		assertThat(rules("sub", OPENID, CALCULATED).reckoning()).isNull();
	}

	@Test
	void aClaimOfOnesOwnIsNotReckoned() {
		assertThat(rules("synology_username", OPENID, PROFILE).reckoning()).isNull();
	}

	@Test
	void theTextOfAnAttributeIsSentWhereThereIsOne() {
		NameRules rules = rules("preferred_username", OPENID, BRIDGE);
		assertThat(name(rules, ANNA)).isEqualTo("a.example");
		assertThat(name(rules, DAVE)).isEqualTo("dave");
	}

	@Test
	void aNameThatIsAboutToBeFilledInCountsBeforeWhatTheAttributeHolds() {
		NameRules rules = new NameRules(1, "preferred_username", SCOPES, List.of(BRIDGE), SubjectMode.USER_UUID,
				Map.of(1, "new"));
		assertThat(name(rules, ANNA)).isEqualTo("new");
		assertThat(name(rules, DAVE)).isEqualTo("dave");
	}

	@Test
	void anAttributeIsNotReckonedWhereAnotherMappingMaySendTheNameToo() {
		assertThat(rules("preferred_username", BRIDGE, PROFILE).reckoning()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "USER_USERNAME, anna", "USER_EMAIL, anna@mail.example", "USER_ID, 1" })
	void theSubjectIsReckonedWhereItIsAFieldOfTheUser(SubjectMode mode, String sent) {
		assertThat(name(subject(mode), ANNA)).isEqualTo(sent);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "USER_USERNAME", "USER_EMAIL", "USER_ID" })
	void anotherSubjectIsNot(SubjectMode mode) {
		assertThat(subject(mode).reckoning()).isNull();
	}

	@Test
	void aPreviewShowsWhatDsmGetsUnlessAScopeThatIsNotAskedForHoldsTheNameToo() {
		NameRules rules = rules("preferred_username", OPENID, PROFILE, EMAIL);
		assertThat(rules.arePreviewed()).isTrue();
		assertThat(rules.withClaim("preferred_username", List.of("openid", "profile")).arePreviewed()).isTrue();
		assertThat(rules.withClaim("preferred_username", List.of("openid", "email")).arePreviewed()).isFalse();
		assertThat(rules.withClaim("email", List.of("openid", "profile")).arePreviewed()).isFalse();
	}

	@Test
	void aQuestionIsAskedAnewWithDsmLookingElsewhere() {
		PeopleQuestion question = new PeopleQuestion(AccessRules.ofNew(AccessRestriction.everyone()),
				rules("preferred_username", OPENID, PROFILE, EMAIL), true);
		assertThat(name(question.withClaim("email", SCOPES).name(), ANNA)).isEqualTo("anna@mail.example");
	}

	private static NameRules rules(String claim, ScopeMapping... mappings) {
		return new NameRules(1, claim, SCOPES, List.of(mappings), SubjectMode.HASHED_USER_ID);
	}

	private static NameRules subject(SubjectMode mode) {
		return new NameRules(1, "sub", SCOPES, List.of(OPENID, PROFILE, EMAIL), mode);
	}

	private static @Nullable String name(NameRules rules, AuthentikUser user) {
		Function<AuthentikUser, String> reckoning = rules.reckoning();
		return (reckoning != null) ? reckoning.apply(user) : null;
	}

	private static ScopeMapping shipped(String scope) {
		return new ScopeMapping("m-" + scope, scope, scope, "goauthentik.io/providers/oauth2/scope-" + scope);
	}

	private static ScopeMapping own(String scope, String expression) {
		return new ScopeMapping("m-own", "own", scope, null, expression);
	}

}
