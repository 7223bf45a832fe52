package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.Gateway;
import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Set-ups that people bring, after public reports: each is led through the pages to the
 * ending it should have.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class ExistingSetupsTests {

	/** How many of the checks fail. */
	private static final String WRONG = "[0-9]+ failed";

	private static final String NOTHING = "There is nothing to change.";

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private Lab lab;

	private WizardPages wizard;

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void anApplicationThatAsksForTwoGroupsAtOnceGoesOnAskingForBoth() {
		connected("2026.2");
		world().groupIsBound("NAS users", "nas", false).groupIsBound("Family", "nas", false);
		world().somebodyChangesTheApplication("nas", "policy_engine_mode", "all");
		Map<String, Object> before = this.lab.everything();

		plan();

		assertThat(this.wizard.text()).contains(NOTHING, "Access to the application NAS users Keep unchanged",
				"Access to the application Family");
		assertThat(this.lab.everything()).isEqualTo(before);
		assertThat(check()).startsWith("Check the connection").doesNotContainPattern(WRONG);
	}

	@Test
	void whoeverChangesAccessIsToldWhoGainsAndWhoLosesIt() {
		connected("2026.2");
		world().groupIsBound("Family", "nas", false);

		open().tick("groups", group("NAS users")).untick("groups", group("Family")).makesThePlan();

		assertThat(this.wizard.text()).contains("these people who cannot sign in today will be able to");
		assertThat(this.wizard.press("Apply these changes").text()).contains("Some points are not confirmed");
	}

	@Test
	void aClosedAuthentikAsksForSomebodyToBeChosen() {
		lab("2026.5");
		world().closesApplicationsWithoutBindings();

		open();
		assertThat(this.wizard.text()).contains("Select at least one group or user");
		assertThat(this.wizard.makesThePlan().text()).contains("Nobody could sign in");

		this.wizard.goesTo("/people").tick("groups", group("NAS users")).makesThePlan();
		apply();
		assertThat(admitted("anna")).isEqualTo("anna");
	}

	@Test
	void aClaimOfOnesOwnByWhichPeopleGetInIsKept() {
		connected("2026.2");
		bridge("dsm", "synology_username");
		dsm("oidc_scope", "openid profile email dsm").put("oidc_user_claim", "synology_username");
		configure();
		assertThat(admitted("dave@example.org")).isEqualTo("dave");

		plan();

		assertThat(this.wizard.text()).contains(NOTHING);
		assertThat(this.wizard.goesTo("/people").text()).contains("DSM receives the name “dave”");
		assertThat(check()).doesNotContainPattern(WRONG);
	}

	@Test
	void anOwnProfileMappingWithoutTheUserNameIsMendedAndItsNameIsSaid() {
		connected("2026.2");
		world().scopeMappingComes("Family profile", "profile",
				"return {\"name\": request.user.name, \"nickname\": request.user.username}");
		attach(mapping("openid", true), mapping("email", true), mapping("profile", false));
		assertThat(admitted("anna")).isNull();

		plan();
		assertThat(this.wizard.text()).contains("custom scope mapping “Family profile”").doesNotContain(NOTHING);

		apply();
		assertThat(admitted("anna")).isEqualTo("anna");
	}

	@Test
	void anAuthentikWithoutFlowsIsABlockerAndNoMistakeOfTheWizard() {
		lab("2025.10");
		world().lacksTheDefaultFlows();

		plan();

		assertThat(this.wizard.text()).contains("authentik has no authorization flow");
	}

	@Test
	void emptyGrantTypesAreMendedAndCountAsUndone() {
		connected("2026.5");
		world().somebodyChangesTheProvider("nas", "grant_types", List.of());

		plan();
		assertThat(this.wizard.text()).contains("does not issue authorization codes");
		apply();
		assertThat(admitted("anna")).isEqualTo("anna");

		this.wizard.undoesEverything();
		assertThat(this.wizard.heading()).startsWith("All changes undone");
		assertThat(this.wizard.text()).doesNotContain("Undo the remaining changes");
	}

	@Test
	void aProviderSharedWithAnotherNasKeepsItsAddress() {
		connected("2026.2");
		String other = "https://other-nas.example:5001";
		redirects(other);

		open();
		assertThat(this.wizard.text()).contains("is also used at " + other);
		this.wizard.makesThePlan();
		assertThat(this.wizard.text()).contains(NOTHING, "Limit the provider to the address of this NAS")
			.doesNotContain("Confirm these points");

		this.wizard.tick("accepted", "redirect").press("Update the plan");
		assertThat(this.wizard.text()).contains("will no longer accept " + other,
				"can no longer use this provider to sign in there");
	}

	@Test
	void aNasMayBeGivenAProviderOfItsOwn() {
		connected("2026.2");
		redirects("https://other-nas.example:5001");

		open().press("Create a new provider for this NAS").makesThePlan();

		assertThat(this.wizard.text()).contains("OAuth2/OpenID provider synology Create");
	}

	@Test
	void anApplicationThatLostItsProviderIsTakenUpWithATick() {
		connected("2026.2");
		world().somebodyDeletesTheProvider("nas");

		plan();

		assertThat(this.wizard.text()).contains("The application with the slug “nas”", "will get the new provider")
			.doesNotContain("it is not for this NAS");
		apply();
		assertThat(this.wizard.heading()).as(this.wizard.text()).isEqualTo("Both systems are set up");
		assertThat(admitted("anna")).isEqualTo("anna");
	}

	@Test
	void aSlugThatIsTakenIsNotProposed() {
		lab("2026.2");
		world().connectionComes("synology", "other-client", "S3cret", "https://proxy.example/outpost");
		world().somebodyChangesTheProvider("synology", "name", "Provider for Synology");

		plan();

		assertThat(this.wizard.text()).contains("OAuth2/OpenID provider synology-2 Create")
			.doesNotContain("Choose another");
	}

	@Test
	void ofSeveralProvidersTheOneWithAnApplicationIsTakenAndTheOtherIsNamed() {
		lab("2026.2");
		world().connectionComes("a-old-attempt", "old-client", "S3cret", this.lab.dsmAddress());
		world().somebodyDeletesTheApplication("a-old-attempt");
		world().connectionComes("nas", "nas-client", "S3cret", this.lab.dsmAddress());

		open();

		assertThat(this.wizard.text()).contains("The wizard will use “nas”",
				"a-old-attempt: is not assigned to an application");
		assertThat(this.wizard.press("Use “a-old-attempt” instead").text())
			.contains("The wizard will use “a-old-attempt”");
	}

	@Test
	void thePatternThatFitsEverythingIsCalledSo() {
		connected("2024.2");
		world().somebodyChangesTheProvider("nas", "redirect_uris", "*");

		plan();

		assertThat(this.wizard.text()).contains(NOTHING, "a pattern that matches everything");
		assertThat(check()).contains("a pattern that matches everything").doesNotContain("Redirect URI Error");
	}

	@Test
	void anAuthentikThatMovedIsNoOtherService() {
		connected("2026.2");
		dsm("oidc_wellknown", "https://auth.old.example/application/o/nas/.well-known/openid-configuration");
		configure();

		plan();

		assertThat(this.wizard.text()).contains("but the one for this application is")
			.doesNotContain("another single sign-on service");
	}

	@Test
	void whoMayNotOpenTheDesktopIsNotSaidToGetIn() {
		connected("2026.2");
		this.lab.nas().account("grace").withoutDsmPrivilege();

		open();

		assertThat(this.wizard.text()).contains("2 can sign in");
		assertThat(check()).contains("grace");
	}

	@Test
	void aConnectionForAnotherAddressIsNotMovedAndNotCalledWrong() {
		connected("2026.2");
		redirects("https://nas.example.com");
		dsm("oidc_redirect_uri", "https://nas.example.com");
		configure();

		open();
		assertThat(this.wizard.text())
			.contains("Single sign-on works at one address, and this plan is for https://nas.example.com");
		assertThat(this.wizard.makesThePlan().text()).contains(NOTHING);
		assertThat(check()).contains("Single sign-on works at https://nas.example.com").doesNotContainPattern(WRONG);
	}

	@Test
	void theAddressThatWasWishedIsTheOneThatIsProven() {
		lab("2026.2");
		open().type("redirect", "https://nas.example.com").makesThePlan();
		apply();
		this.wizard.goesTo("/record").press("Sign out and finish");

		open();
		assertThat(this.wizard.valueOf("redirect")).isEqualTo("https://nas.example.com");
		assertThat(this.wizard.makesThePlan().text()).contains(NOTHING);
		assertThat(this.wizard.goesTo("/prove").text()).doesNotContainPattern(WRONG);
	}

	@Test
	void anotherAddressCanBeChosenByAButton() {
		connected("2026.2");
		redirects("https://nas.example.com");
		dsm("oidc_redirect_uri", "https://nas.example.com");
		configure();

		open().press("Use " + this.lab.dsmAddress()).makesThePlan();

		assertThat(this.wizard.text()).contains("Single sign-on moves from https://nas.example.com to");
	}

	@Test
	void aProviderWithoutAKeyIsGivenTheOneThatIsMade() {
		connected("2026.2");
		world().keyRing().hasNoKeys();
		world().somebodyChangesTheProvider("nas", "signing_key", null);
		assertThat(admitted("anna")).isNull();

		plan();
		assertThat(this.wizard.text()).contains("OAuth2/OpenID provider nas Change", "has no signing key");
		apply();
		assertThat(this.wizard.heading()).isEqualTo("Both systems are set up");
		assertThat(admitted("anna")).isEqualTo("anna");
	}

	@Test
	void aHeaderThatCutsThePopUpOffIsTheOneFailure() {
		connected("2026.2");
		world().cutsTheOpener();

		assertThat(check()).contains("1 failed", "“Cross-Origin-Opener-Policy: same-origin”", "not privilege",
				"proxy_hide_header Cross-Origin-Opener-Policy");
	}

	@Test
	void aPortalInFrontOfAuthentikIsToldAloneAndTheRestIsFoldedUnderIt() {
		connected("2026.2");
		open();
		world().hasInFront(Gateway.FORWARD_AUTH);

		assertThat(this.wizard.goesTo("/prove").text())
			.contains("1 failed",
					"redirects requests for /application/o/ to a sign-in page at https://login.example.org")
			.containsPattern("Follows from the above: [0-9]+")
			.doesNotContain("This can be checked once another check passes.");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void whatStandsInFrontOfAuthentikIsToldBeforeAnythingIsWritten(Gateway gateway) {
		lab("2026.2");
		world().hasInFront(gateway);
		Map<String, Object> before = this.lab.everything();

		plan();
		assertThat(this.wizard.text()).contains("Confirm these points", " for /application/o/");

		assertThat(this.wizard.confirms().text()).contains("Some points are not confirmed");
		assertThat(this.lab.everything()).isEqualTo(before);

		world().hasInFront(Gateway.NONE);
		this.wizard.goesTo("/people").makesThePlan();
		assertThat(this.wizard.text()).doesNotContain(" for /application/o/");
	}

	@Test
	void whereNothingIsConnectedTheCheckSaysSo() {
		lab("2026.2");

		assertThat(check()).contains("No connection found").doesNotContain("synology");
	}

	@Test
	void whatChangesAConnectionInUseIsCalledSo() {
		connected("2026.2");
		world().somebodyChangesTheProvider("nas", "include_claims_in_id_token", false);

		plan();

		assertThat(this.wizard.text()).contains("Apply these changes", "may have to try again")
			.doesNotContain("The new application and the settings are created first");
	}

	private void lab(String authentik) {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of(authentik));
	}

	/** A connection that somebody has made by hand, and that works. */
	private void connected(String authentik) {
		lab(authentik);
		world().connectionComes("nas", "nas-client", "S3cret", this.lab.dsmAddress());
		String origin = this.lab.authentikAddress();
		this.settings.putAll(Map.of("oidc_name", "Family", "oidc_wellknown",
				origin + "/application/o/nas/.well-known/openid-configuration", "oidc_client_id", "nas-client",
				"oidc_client_secret", "S3cret", "oidc_redirect_uri", this.lab.dsmAddress(), "oidc_scope",
				"openid profile email", "oidc_user_claim", "preferred_username", "oidc_authorization_endpoint",
				origin + "/application/o/authorize/", "oidc_token_endpoint", origin + "/application/o/token/",
				"oidc_allow_local_user", true));
		configure();
		this.lab.nas().sso().profile("oidc", true);
		assertThat(admitted("anna")).isEqualTo("anna");
	}

	private final Map<String, Object> settings = new HashMap<>();

	private Map<String, Object> dsm(String field, Object value) {
		this.settings.put(field, value);
		return this.settings;
	}

	private void configure() {
		this.lab.nas().sso().configure(this.settings);
	}

	private void redirects(String... others) {
		List<Map<String, String>> all = new ArrayList<>(
				List.of(Map.of("matching_mode", "strict", "url", this.lab.dsmAddress())));
		for (String other : others) {
			all.add(Map.of("matching_mode", "strict", "url", other));
		}
		world().somebodyChangesTheProvider("nas", "redirect_uris", all);
	}

	private void bridge(String scope, String claim) {
		world().people().userHasAttribute("dave@example.org", "synology_username", "dave");
		world().scopeMappingComes("Names for DSM", scope, "return {\"" + claim
				+ "\": request.user.attributes.get(\"synology_username\", request.user.username)}");
		attach(mapping("openid", true), mapping("email", true), mapping("profile", true), mapping(scope, false));
	}

	private void attach(Object... mappings) {
		world().somebodyChangesTheProvider("nas", "property_mappings", List.of(mappings));
	}

	private Object mapping(String scope, boolean shipped) {
		return world().inventory()
			.get("scopemapping")
			.stream()
			.filter((mapping) -> scope.equals(mapping.get("scope_name")) && (mapping.get("managed") != null) == shipped)
			.map((mapping) -> mapping.get("pk"))
			.findFirst()
			.orElseThrow();
	}

	private String group(String name) {
		return this.wizard.page()
			.getElementsByTagName("label")
			.stream()
			.filter((label) -> label.getTextContent().strip().equals(name))
			.map((label) -> this.wizard.page().getElementById(label.getAttributes().getNamedItem("for").getNodeValue()))
			.map((box) -> box.getAttribute("value"))
			.findFirst()
			.orElseThrow();
	}

	private WizardPages open() {
		if (this.wizard != null) {
			this.wizard.close();
		}
		this.wizard = new WizardPages(this.port).connects(this.lab);
		return this.wizard;
	}

	private void plan() {
		open().makesThePlan();
	}

	private void apply() {
		this.wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
	}

	/** What the check of an existing connection says in all. */
	private String check() {
		if (this.wizard != null) {
			this.wizard.close();
		}
		this.wizard = new WizardPages(this.port);
		this.wizard.goesTo("/").press("Check an existing connection").connects(this.lab);
		return this.wizard.heading() + " " + this.wizard.text();
	}

	private AuthentikWorld world() {
		return this.lab.authentik().world();
	}

	private @Nullable String admitted(String username) {
		return SignInOracle.of(this.lab.nas(), this.lab.dsmAddress(), world(), this.lab.authentikAddress())
			.admits(username);
	}

}
