package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NameBridgeTests {

	private final ExistingSetup setup = ExistingSetup.wellSet().withReadableProfile();

	@ParameterizedTest
	@ValueSource(strings = { "synology_username", "_a", "A1" })
	void anAttributeIsNamedLikeAVariable(String name) {
		assertThat(NameBridge.isAttribute(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1a", "a-b", "a b", "a\"", "ä" })
	void whatCannotStandInAnExpressionIsNoAttribute(String name) {
		assertThat(NameBridge.isAttribute(name)).isFalse();
		assertThat(NameBridge.isAttribute("a".repeat(50))).isTrue();
		assertThat(NameBridge.isAttribute("a".repeat(51))).isFalse();
	}

	@Test
	void theMappingThatBridgesNamesTakesThePlaceOfTheOneThatSendsTheUserName() {
		bridges(Map.of(4, "a.example"));
		Plan plan = this.setup.plan();
		assertThat(plan.blockers()).isEmpty();
		assertThat(plan.changes()).filteredOn(ProviderChange.class::isInstance)
			.singleElement()
			.satisfies((change) -> assertThat(((ProviderChange) change).wanted().propertyMappings())
				.containsExactly("m-openid", "m-email", ""));
	}

	@Test
	void aSecondPlanKeepsTheBridgeAndChangesNothing() {
		bridges(Map.of(4, "a.example"));
		this.setup.apply(this.setup.plan());
		this.setup.bridge = null;
		assertThat(this.setup.proposed().bridge()).isEqualTo(new NameBridge(NameBridge.ATTRIBUTE, Map.of()));
		assertThat(this.setup.proposal().isBridged()).isTrue();
		assertThat(this.setup.plan().isFulfilled()).isTrue();
	}

	@Test
	void theAttributesOfThoseWhoAreNamedAreFilledAndNobodyElses() {
		this.setup.attributes = List.of(new UserAttributes(4, Map.of(NameBridge.ATTRIBUTE, "old")),
				new UserAttributes(5, Map.of()), new UserAttributes(6, Map.of(NameBridge.ATTRIBUTE, "same")));
		this.setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of(6, "same", 5, "new", 4, "a.example"));
		assertThat(this.setup.plan().descriptions()).filteredOn((change) -> change.object().equals("user"))
			.extracting(ChangeDescription::name, (change) -> change.fields().get(0).now(),
					(change) -> change.fields().get(0).after(), ChangeDescription::operation)
			.containsExactly(tuple("anna", "synology_username: old", "synology_username: a.example", Operation.UPDATE),
					tuple("5", "", "synology_username: new", Operation.UPDATE),
					tuple("6", "synology_username: same", "synology_username: same", Operation.NONE));
	}

	@Test
	void whoIsGoneOrHoldsSomethingElseThanATextCannotBeGivenAName() {
		this.setup.attributes = List.of(new UserAttributes(4, Map.of(NameBridge.ATTRIBUTE, List.of("a"))));
		this.setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of(4, "a.example", 5, "new"));
		assertThat(this.setup.plan().blockers()).extracting(Problem::code, Problem::arguments)
			.containsExactly(tuple("plan.attribute-cannot-be-filled", List.of(NameBridge.ATTRIBUTE, "anna")),
					tuple("plan.attribute-cannot-be-filled", List.of(NameBridge.ATTRIBUTE, "5")));
	}

	@Test
	void aMappingThatDoesNotShowWhatItSendsCannotBeBridged() {
		ExistingSetup hidden = ExistingSetup.wellSet();
		hidden.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of());
		assertThat(hidden.plan().blockers()).extracting(Problem::code).contains("plan.no-mapping-to-bridge");
		assertThat(hidden.proposal().canBridge()).isFalse();
		assertThat(this.setup.proposal().canBridge()).isTrue();
	}

	@Test
	void aMappingOfTheSameNameThatDoesSomethingElseIsSomebodyElses() {
		bridges(Map.of());
		this.setup.bridging = new ScopeMapping("m-other", this.setup.proposed().newScopeMappingName(), "profile", null,
				"return {\"preferred_username\": request.user.email}");
		assertThat(this.setup.plan().blockers()).extracting(Problem::code, Problem::arguments)
			.containsExactly(tuple("plan.scope-mapping-taken", List.of(this.setup.proposed().newScopeMappingName())));
	}

	@Test
	void aMappingThatAnEarlierRunLeftIsTakenUp() {
		bridges(Map.of());
		this.setup.apply(this.setup.plan());
		this.setup.mappings = List.of("m-openid", "m-profile", "m-email");
		bridges(Map.of());
		Plan plan = this.setup.plan();
		assertThat(plan.blockers()).isEmpty();
		assertThat(plan.writes()).extracting((change) -> change.describe().object()).containsExactly("provider");
	}

	@Test
	void whereSomebodysOwnMappingSendsTheNameNobodyElseCanBridgeIt() {
		this.setup.withOwnMapping("profile", "preferred_username");
		bridges(Map.of());
		assertThat(this.setup.plan().blockers()).extracting(Problem::code, Problem::arguments)
			.containsExactly(tuple("plan.own-mapping-sends-name", List.of("Our names")));
		assertThat(this.setup.proposal().canBridge()).isFalse();
	}

	private void bridges(Map<Integer, String> names) {
		this.setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, names);
		this.setup.attributes = names.keySet().stream().map((user) -> new UserAttributes(user, Map.of())).toList();
	}

}
