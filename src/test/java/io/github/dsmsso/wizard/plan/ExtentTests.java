package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where only a part of a connection is to be changed, the rest of it stays as it is,
 * right or wrong.
 */
class ExtentTests {

	private final ExistingSetup setup = ExistingSetup.wellSet();

	@ParameterizedTest
	@CsvSource(delimiter = ':', textBlock = """
			ENCRYPTION : encryption_key
			CLIENT_TYPE : client_type
			GRANT_TYPE : grant_types
			SIGNATURE : signing_key
			ID_TOKEN_CLAIMS : include_claims_in_id_token
			REDIRECT : redirect_uris
			SCOPES : property_mappings
			WELL_KNOWN : oidc_wellknown
			DSM_REDIRECT : oidc_redirect_uri
			DSM_SCOPE : oidc_scope
			ENDPOINTS : oidc_authorization_endpoint oidc_token_endpoint
			ACCOUNT_TYPE : oidc_allow_local_user
			SERVICE : sso_enable sso_profile
			""")
	void ofAConnectionWithManyFaultsOnlyTheOneThatIsMeantIsMended(Aspect aspect, String fields) {
		hasManyFaults();
		Plan plan = this.setup.plan(Extent.of(aspect));
		assertThat(changed(plan)).containsExactly(fields.split(" "));
		assertThat(plan.left()).isNotEmpty().extracting(Judgement::aspect).doesNotContain(aspect);
		assertThat(plan.isFulfilled()).isFalse();
	}

	@Test
	void withoutALimitAllOfThemAreMended() {
		hasManyFaults();
		Plan plan = this.setup.plan();
		assertThat(changed(plan)).hasSize(15);
		assertThat(plan.left()).isEmpty();
	}

	@Test
	void whatIsNotThereIsMadeWhateverTheLimit() {
		assertThat(changed(ExistingSetup.blank().plan(Extent.of(Aspect.ENCRYPTION)))).contains("client_id",
				"oidc_wellknown", "sso_enable");
		this.setup.hasApplication = false;
		this.setup.scope = "openid email";
		assertThat(changed(this.setup.plan(Extent.of(Aspect.ENCRYPTION)))).contains("oidc_scope");
	}

	@Test
	void anotherSecretIsGivenToBothSidesAndNothingElseIsTouched() {
		hasManyFaults();
		this.setup.confidential = true;
		assertThat(changed(this.setup.plan(Extent.NEW_SECRET))).containsExactly("client_secret", "oidc_client_secret");
	}

	@Test
	void whereASideHidesTheSecretTheClientIdIsReplacedAsWellSoThatItCanBeSeen() {
		this.setup.secretInDsm = Secret.unknown();
		Plan plan = this.setup.plan(Extent.NEW_SECRET);
		assertThat(changed(plan)).containsExactly("client_id", "client_secret", "oidc_client_id", "oidc_client_secret");
		OidcSsoChange dsm = plan.changes()
			.stream()
			.filter(OidcSsoChange.class::isInstance)
			.map(OidcSsoChange.class::cast)
			.findFirst()
			.orElseThrow();
		assertThat(dsm.before().clientSecret()).as("the one that authentik shows").isEqualTo(Secret.of("S3cret"));
		ExistingSetup hidden = ExistingSetup.wellSet();
		hidden.release = new Version(2026, 11, 0);
		hidden.secret = Secret.none();
		assertThat(changed(hidden.plan(Extent.NEW_SECRET))).contains("client_id", "oidc_client_id");
	}

	@Test
	void aSecretIsNotReplacedWhereTheSidesHoldDifferentClients() {
		this.setup.clientId = "other";
		assertThat(this.setup.plan(Extent.NEW_SECRET).blockers()).extracting(Problem::code)
			.containsExactly("plan.no-secret-to-replace");
		assertThat(ExistingSetup.blank().plan(Extent.NEW_SECRET).blockers()).hasSize(1);
		this.setup.clientId = "nas-client";
		this.setup.hasApplication = false;
		assertThat(this.setup.plan(Extent.NEW_SECRET).blockers()).hasSize(1);
	}

	@Test
	void theSignInPageIsMadeToStartWithSsoAndNothingElse() {
		hasManyFaults();
		this.setup.wellKnown = ExistingSetup.WELL_KNOWN;
		this.setup.profile = SsoProfile.oidcEnabled();
		Problem obstacle = Problem.of("default.not-proven");
		Problem risk = Problem.of("default.same-host", "nas");
		Plan plan = defaultLogin(List.of(obstacle), List.of(risk));
		assertThat(changed(plan)).containsExactly("sso_default_login");
		assertThat(plan.blockers()).containsExactly(obstacle);
		assertThat(plan.risks()).containsExactly(risk);
	}

	@Test
	void aSignInPageIsNotMadeToStartWithWhatDsmDoesNotLeadTo() {
		this.setup.profile = new SsoProfile(false, "oidc");
		assertThat(defaultLogin(List.of(), List.of()).blockers()).extracting(Problem::code)
			.containsExactly("plan.no-default-login");
		this.setup.profile = SsoProfile.oidcEnabled();
		assertThat(defaultLogin(List.of(), List.of()).blockers()).isEmpty();
		this.setup.wellKnown = "https://idp.example/.well-known/openid-configuration";
		assertThat(defaultLogin(List.of(), List.of()).blockers()).hasSize(1);
		this.setup.wellKnown = ExistingSetup.WELL_KNOWN;
		this.setup.setting = null;
		assertThat(defaultLogin(List.of(), List.of()).blockers()).hasSize(1);
	}

	private Plan defaultLogin(List<Problem> obstacles, List<Problem> risks) {
		return Planner.planDefaultLogin(ExistingSetup.wellSet().proposed(), this.setup.current(),
				this.setup.inventory(), obstacles, risks);
	}

	private void hasManyFaults() {
		this.setup.confidential = false;
		this.setup.grantTypes = List.of();
		this.setup.redirects = List.of();
		this.setup.signingKey = null;
		this.setup.encryptionKey = "rsa";
		this.setup.claimsInIdToken = false;
		this.setup.without("m-openid");
		this.setup.wellKnown += "/";
		this.setup.redirectInDsm = "";
		this.setup.scope = "openid email";
		this.setup.authorizationEndpoint = this.setup.tokenEndpoint = "";
		this.setup.allowLocalUser = false;
		this.setup.profile = new SsoProfile(false, "");
		this.setup.setting = new SsoSetting(false);
	}

	private static List<String> changed(Plan plan) {
		return plan.writes()
			.stream()
			.flatMap((change) -> change.describe().fields().stream())
			.filter(FieldChange::changed)
			.map(FieldChange::field)
			.toList();
	}

}
