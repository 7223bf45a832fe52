package io.github.dsmsso.wizard.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.HtmlButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection that worked is broken; the check finds it, and one button leads to a plan
 * that deals with exactly that.
 */
@ImpatientWizard
class OneFixForEachFindingTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private Lab lab;

	private WizardPages wizard;

	@BeforeEach
	void connects() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.applier.forget();
		assertThat(admitted()).isEqualTo("anna");
	}

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	/** The others are mended in a real browser. */
	static Set<Break> breaks() {
		return EnumSet.complementOf(MendingInTheBrowserTests.TEN);
	}

	@ParameterizedTest
	@MethodSource("breaks")
	void whatBreaksTheSignInIsFoundAndMendedWithOneButton(Break broken) {
		broken.happens(this.lab);
		assertThat(admitted()).isNull();

		checks();
		assertThat(fixes()).contains(broken.check());
		fix(broken.check());
		this.wizard.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();

		assertThat(this.wizard.heading()).isEqualTo("Both systems are set up");
		assertThat(admitted()).isEqualTo("anna");
	}

	@Test
	void onlyTheOneProblemIsFixedAndTheOthersAreNamed() {
		Break.NO_RSA_KEY.happens(this.lab);
		Break.ANOTHER_REDIRECT_URI_IN_DSM.happens(this.lab);
		checks();

		fix("dsm-redirect");

		assertThat(this.wizard.text()).contains("Problems this plan does not fix", "Signing key");
		this.wizard.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();
		assertThat(this.lab.nas().sso().text("oidc_redirect_uri")).isEqualTo(this.lab.dsmAddress());
		assertThat(this.lab.authentik().world().inventory().get("oauth2provider").get(0).get("signing_key")).isNull();
		assertThat(this.wizard.heading()).isEqualTo("All changes were made, but there is still a problem");
	}

	@Test
	void theOthersCanJoinThePlan() {
		Break.NO_RSA_KEY.happens(this.lab);
		Break.ANOTHER_REDIRECT_URI_IN_DSM.happens(this.lab);
		checks();
		fix("dsm-redirect");

		this.wizard.press("Plan the fix for all problems");

		assertThat(this.wizard.text()).doesNotContain("Problems this plan does not fix");
		this.wizard.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();
		assertThat(admitted()).isEqualTo("anna");
	}

	@Test
	void aHealthyConnectionEndsTheCheckWithoutAPlan() {
		checks();

		assertThat(this.wizard.heading()).isEqualTo("Check the connection");
		assertThat(this.wizard.source()).contains("Step 3 of 3").doesNotContain("Fix these problems", "Fix this:");
		assertThat(this.wizard.press("Sign out and finish").heading()).isEqualTo("Finished");
	}

	private void checks() {
		this.wizard.goesTo("/").press("Check an existing connection").connects(this.lab);
	}

	private List<String> fixes() {
		return this.wizard.page()
			.querySelectorAll("button[name=check]")
			.stream()
			.map((button) -> ((HtmlButton) button).getValueAttribute())
			.toList();
	}

	private void fix(String check) {
		this.wizard.press(
				this.wizard.page().querySelector("button[name=check][value=" + check + "]").getTextContent().strip());
		assertThat(this.wizard.heading()).isEqualTo("Review the plan");
	}

	private @Nullable String admitted() {
		return SignInOracle
			.of(this.lab.nas(), this.lab.dsmAddress(), this.lab.authentik().world(), this.lab.authentikAddress())
			.admits("anna");
	}

	/** What somebody does to a connection that works. */
	enum Break {

		NO_RSA_KEY("signature", provider("signing_key", null)),
		ENCRYPTED_TOKENS("encryption",
				(lab) -> provider("encryption_key",
						lab.authentik().world().inventory().get("oauth2provider").get(0).get("signing_key"))
					.accept(lab)),
		A_FLOW_THAT_DENIES("authorization-flow",
				(lab) -> lab.authentik().world().asksForMore(StageKind.DENY, "deny_message", "")),
		A_FLOW_FOR_NOBODY("authorization-flow",
				(lab) -> lab.authentik().world().admitsToTheFlow("require_unauthenticated")),
		ANOTHER_REDIRECT_URI("redirect",
				provider("redirect_uris",
						List.of(Map.of("matching_mode", "strict", "url", "https://other.example", "redirect_uri_type",
								"authorization")))),
		NO_GRANT_TYPES("grant-type", provider("grant_types", List.of("client_credentials"))),
		NO_SCOPES("scopes", provider("property_mappings", List.of())),
		NO_CLAIMS_IN_THE_TOKEN("id-token-claims", provider("include_claims_in_id_token", false)),
		SERVICE_OFF("service", (lab) -> lab.nas().sso().profile("", false)),
		ANOTHER_WELL_KNOWN_URL("well-known",
				dsm("oidc_wellknown", "https://old.example/.well-known/openid-configuration")),
		ANOTHER_CLIENT("client-id", dsm("oidc_client_id", "another-client")),
		ANOTHER_SECRET("client-secret", dsm("oidc_client_secret", "AnotherSecret")),
		ANOTHER_REDIRECT_URI_IN_DSM("dsm-redirect", dsm("oidc_redirect_uri", "https://other.example")),
		NO_NAME_ASKED_FOR("dsm-scope", dsm("oidc_scope", "openid")),
		A_CLAIM_THAT_NOBODY_SENDS("user-claim", dsm("oidc_user_claim", "account")), DOMAIN_ACCOUNTS_ONLY("account-type",
				(lab) -> lab.nas().sso().configure(Map.of("oidc_allow_local_user", false)));

		private final String check;

		private final Consumer<Lab> happens;

		Break(String check, Consumer<Lab> happens) {
			this.check = check;
			this.happens = happens;
		}

		/** Happens. */
		void happens(Lab lab) {
			this.happens.accept(lab);
		}

		/** The check that finds it. */
		String check() {
			return this.check;
		}

		private static Consumer<Lab> provider(String field, @Nullable Object value) {
			return (lab) -> lab.authentik().world().somebodyChangesTheProvider("synology", field, value);
		}

		private static Consumer<Lab> dsm(String field, String value) {
			return (lab) -> lab.nas().sso().configure(Map.of(field, value));
		}

	}

}
