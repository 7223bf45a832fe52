package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What people read of a plan: vendors' names of fields, and names in the place of keys.
 */
class PlanInWordsTests {

	@Test
	void everyFieldOfAProviderThatIsMadeIsShown() {
		assertThat(described(ExistingSetup.blank().plan(), "provider").fields())
			.extracting(FieldChange::field, FieldChange::now, FieldChange::after)
			.containsExactly(tuple("name", "", "synology"), tuple("client_type", "", "confidential"),
					tuple("client_id", "", "fresh-client"), tuple("client_secret", "", "••••••••"),
					tuple("redirect_uris", "", ExistingSetup.NAS), tuple("grant_types", "", "authorization_code"),
					tuple("signing_key", "", "A key (RSA)"), tuple("encryption_key", "", ""),
					tuple("sub_mode", "", "hashed_user_id"), tuple("property_mappings", "", "email, openid, profile"),
					tuple("authorization_flow", "", Flow.IMPLICIT_CONSENT),
					tuple("invalidation_flow", "", Flow.IMPLICIT_CONSENT),
					tuple("include_claims_in_id_token", "", "true"), tuple("issuer_mode", "", "per_provider"));
	}

	@Test
	void everyFieldOfAnApplicationThatIsMadeIsShown() {
		assertThat(described(ExistingSetup.blank().plan(), "application").fields())
			.extracting(FieldChange::field, FieldChange::after)
			.containsExactly(tuple("name", "Synology DSM"), tuple("slug", "synology"), tuple("provider", "synology"),
					tuple("policy_engine_mode", "any"),
					tuple("meta_description", "Sign-in to Synology DSM at " + ExistingSetup.NAS),
					tuple("meta_publisher", "DSM SSO Wizard"));
	}

	@Test
	void everySettingOfDsmIsShown() {
		Plan plan = ExistingSetup.blank().plan();
		assertThat(described(plan, "oidc-sso").fields()).extracting(FieldChange::field)
			.containsExactly("oidc_name", "oidc_wellknown", "oidc_client_id", "oidc_client_secret", "oidc_redirect_uri",
					"oidc_scope", "oidc_user_claim", "oidc_allow_local_user", "oidc_authorization_endpoint",
					"oidc_token_endpoint");
		assertThat(described(plan, "sso-profile").fields()).extracting(FieldChange::field, FieldChange::after)
			.containsExactly(tuple("sso_enable", "true"), tuple("sso_profile", "oidc"));
	}

	@Test
	void whatIsThereIsCalledByItsNameToo() {
		ExistingSetup setup = ExistingSetup.wellSet();
		setup.confidential = false;
		setup.perProviderIssuer = false;
		setup.encryptionKey = "ec";
		setup.signingKey = "gone";
		setup.invalidationFlow = null;
		setup.matchAny = false;
		setup.redirects = List.of(new AllowedRedirect(false, "https://nas.*", false),
				AllowedRedirect.exactly("https://other.example"));
		Map<String, String> now = now(setup.plan(), "provider");
		assertThat(now).contains(entry("client_type", "public"), entry("issuer_mode", "global"),
				entry("encryption_key", "Fast key (EC)"), entry("signing_key", "gone"),
				entry("redirect_uris", "https://nas.* (regex), https://other.example"),
				entry("authorization_flow", Flow.IMPLICIT_CONSENT));
		assertThat(now).doesNotContainKey("invalidation_flow");
		assertThat(now(setup.plan(), "application")).contains(entry("policy_engine_mode", "all"));
	}

	@Test
	void aMappingThatIsMadeIsShownAsAWhole() {
		ExistingSetup setup = ExistingSetup.wellSet().withReadableProfile();
		setup.bridge = new NameBridge(NameBridge.ATTRIBUTE, Map.of(4, "a.example"));
		setup.attributes = List.of(new UserAttributes(4, Map.of()));
		ChangeDescription mapping = described(setup.plan(), "scope-mapping");
		assertThat(mapping.name()).isEqualTo("DSM account name (NAS sign-in)");
		assertThat(mapping.operation()).isEqualTo(Operation.CREATE);
		assertThat(mapping.fields()).extracting(FieldChange::field, FieldChange::after)
			.containsExactly(tuple("name", "DSM account name (NAS sign-in)"), tuple("scope_name", "profile"),
					tuple("expression", "return {\"name\": request.user.name, \"preferred_username\": "
							+ "request.user.attributes.get(\"synology_username\") or request.user.username}"));
		assertThat(described(setup.plan(), "provider").fields()).extracting(FieldChange::after)
			.contains("DSM account name (NAS sign-in), email, openid");
	}

	@Test
	void bindingsNameWhomTheyLetInAndWhatIsCalledForThem() {
		ExistingSetup setup = ExistingSetup.wellSet();
		setup.bindings = List.of(new PolicyBinding("b1", "app", "g", null, null, 4, true, false),
				new PolicyBinding("b2", "app", null, null, "policy", 5, true, false));
		setup.access = new AccessRestriction(Set.of("h"), Set.of(4, 99));
		assertThat(setup.plan().changes()).filteredOn(Change.BindingChange.class::isInstance)
			.extracting((change) -> change.describe().name(), (change) -> change.describe().operation(),
					(change) -> change.describe().fields().get(0).field(),
					(change) -> ((Change.BindingChange) change).binding().order(),
					(change) -> change.describe().fields().get(0).after())
			.containsExactly(tuple("policy", Operation.NONE, "policy", 5, "policy"),
					tuple("h", Operation.CREATE, "group", 6, "h"), tuple("anna", Operation.CREATE, "user", 7, "anna"),
					tuple("99", Operation.CREATE, "user", 8, "99"),
					tuple("NAS users", Operation.DELETE, "group", 4, ""));
	}

	@Test
	void whatIsMadeNeedsNoReasonAndWhatIsChangedForItBelongsToTheNewConnection() {
		Plan plan = ExistingSetup.blank().plan();
		assertThat(reasonsOf(plan, "provider")).isEmpty();
		assertThat(reasonsOf(plan, "oidc-sso")).containsOnly("plan.reason.new", "check.account-type.nobody");
	}

	@Test
	void aConnectionThatWasAlwaysThereIsChangedBySomebodysChoice() {
		ExistingSetup setup = ExistingSetup.wellSet();
		Plan plan = Planner.plan(setup.proposed().withNewNames("other"), setup.current(), setup.inventory(),
				setup.current().provider().credentials());
		assertThat(reasonsOf(plan, "provider")).containsOnly("plan.reason.choice");
		setup.clientId = "of-another-provider";
		assertThat(reasonsOf(setup.plan(), "oidc-sso")).contains("check.client-id.differs");
	}

	@Test
	void aSignInPageThatStartsWithThePasswordMeanwhileDoesSoForSafety() {
		ExistingSetup setup = ExistingSetup.wellSet();
		setup.setting = new SsoSetting(true);
		setup.claim = "";
		assertThat(reasonsOf(setup.plan(), "sso-setting")).containsExactly("plan.reason.safety");
	}

	@ParameterizedTest
	@CsvSource({ "a, a, keep", "'', a, add", "a, '', remove", "a, b, change", "'', '', keep" })
	void thereIsAWordForEachField(String now, String after, String action) {
		assertThat(FieldChange.of("field", now, after).action()).isEqualTo(action);
	}

	@Test
	void ofASecretBehindAMaskOnlyItsBeingThereIsKnown() {
		assertThat(FieldChange.ofSecret("key", Secret.unknown(), Secret.of("a")).changed()).isFalse();
		assertThat(FieldChange.ofSecret("key", Secret.of("a"), Secret.unknown()).changed()).isFalse();
		assertThat(FieldChange.ofSecret("key", Secret.none(), Secret.unknown()).changed()).isTrue();
		assertThat(FieldChange.ofSecret("key", Secret.of("a"), Secret.of("b")).changed()).isTrue();
		assertThat(FieldChange.ofSecret("key", Secret.of("a"), Secret.of("a")).changed()).isFalse();
	}

	private static List<String> reasonsOf(Plan plan, String object) {
		return described(plan, object).fields()
			.stream()
			.filter((field) -> field.reason() != null)
			.map((field) -> field.reason().code())
			.toList();
	}

	private static Map<String, String> now(Plan plan, String object) {
		return described(plan, object).fields()
			.stream()
			.collect(Collectors.toMap(FieldChange::field, FieldChange::now));
	}

	private static ChangeDescription described(Plan plan, String object) {
		return plan.descriptions()
			.stream()
			.filter((description) -> description.object().equals(object))
			.findFirst()
			.orElseThrow();
	}

}
