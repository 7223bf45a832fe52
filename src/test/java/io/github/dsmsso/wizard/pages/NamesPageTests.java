package io.github.dsmsso.wizard.pages;

import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.oracle.SignInOracle;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.DomNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is called otherwise on the NAS can be brought to match: by another value that
 * authentik sends, by an attribute, or by hand.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class NamesPageTests {

	private static final String DAVE = "dave@example.org";

	private static final String ATTRIBUTE = "@attribute";

	private static final String UPDATE = "Update the list with these names";

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages wizard;

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void howManyMatchByEachValueIsToldAndTheSafestIsRecommended() {
		mailAccountComes();
		open();
		assertThat(this.wizard.text()).contains("username: 3 · email: 1 · attribute with the names below: 6");
		assertThat(hintOf(ATTRIBUTE)).contains("6 people match", "Users cannot change it themselves", "Recommended");
		assertThat(hintOf("email")).contains("1 person matches").doesNotContain("Recommended");
		assertThat(isChosen("preferred_username")).isTrue();
	}

	@Test
	void whatPeopleMayChangeThemselvesIsNotRecommended() {
		world().usersMayRename();
		open();
		assertThat(hintOf(ATTRIBUTE)).contains("sign in as any DSM user").doesNotContain("Recommended");
		assertThat(hintOf("preferred_username")).contains("sign in as any DSM user").doesNotContain("Recommended");
	}

	@Test
	void anAttributeThatPeopleAreAskedForIsNotRecommendedAndIsNamedByTheChecks() {
		world().asksPeopleFor("synology_username");
		open();
		assertThat(hintOf(ATTRIBUTE)).contains("fill in the attribute in a prompt").doesNotContain("Recommended");

		this.wizard.tick("userClaim", ATTRIBUTE).press(UPDATE).makesThePlan();
		apply();
		assertThat(this.wizard.goesTo("/prove").text())
			.contains("A prompt in authentik lets users fill in the attribute", "nas-synology_username");
	}

	@Test
	void daveIsBridgedAndSignsInUntilThatIsUndone() {
		Map<String, Object> before = this.lab.everything();
		open();
		assertThat(this.wizard.valueOf(fieldOf(DAVE))).isEqualTo("dave");

		this.wizard.tick("userClaim", ATTRIBUTE).press(UPDATE);
		assertThat(line(DAVE)).contains("can sign in", "DSM receives the name “dave”");
		this.wizard.makesThePlan();
		assertThat(this.wizard.text()).contains("User dave@example.org Change", "synology_username: dave",
				"User Carla Change", "Scope mapping DSM account name (synology) Create");
		assertThat(this.wizard.downloads(this.wizard.addressOfLink("plan as Markdown")))
			.contains("`synology_username: dave`", "DSM account name (synology)");

		apply();
		assertThat(admitted(DAVE)).isEqualTo("dave");
		assertThat(admitted("Carla")).isEqualTo("carla");
		assertThat(admitted("anna")).isEqualTo("anna");

		this.wizard.undoesEverything();
		assertThat(this.wizard.heading()).startsWith("All changes undone");
		assertThat(this.lab.everything()).isEqualTo(before);
		assertThat(admitted(DAVE)).isNull();
	}

	@Test
	void aSecondRunKeepsTheBridgeAndFillsForOthers() {
		open().tick("userClaim", ATTRIBUTE).type(fieldOf("Carla"), "").makesThePlan();
		assertThat(this.wizard.text()).doesNotContain("User Carla");
		apply();
		assertThat(admitted("Carla")).isNull();

		open();
		assertThat(isChosen(ATTRIBUTE)).isTrue();
		this.wizard.makesThePlan();
		assertThat(this.wizard.text()).contains("There is nothing to change");
		this.wizard.goesTo("/people").type(fieldOf("Carla"), "carla").makesThePlan();
		assertThat(this.wizard.text()).contains("User Carla Change",
				"Scope mapping DSM account name (synology) Keep unchanged");
		apply();
		assertThat(admitted("Carla")).isEqualTo("carla");
	}

	@Test
	void anotherValueThatAuthentikSendsCanBeChosen() {
		mailAccountComes();
		open().tick("userClaim", "email").press(UPDATE);
		assertThat(line("eve")).contains("can sign in", "DSM receives the name “eve@ldap.example”");
		this.wizard.makesThePlan();
		apply();
		assertThat(this.wizard.heading()).as(this.wizard.text()).isEqualTo("Both systems are set up");
		assertThat(admitted("eve")).isEqualTo("eve@ldap.example");
		this.wizard.goesTo("/prove");
		assertThat(this.wizard.text()).doesNotContainPattern("[0-9]+ failed");
	}

	@Test
	void aNameThatDsmDoesNotKnowIsRefusedAtItsField() {
		open().tick("userClaim", ATTRIBUTE).type(fieldOf(DAVE), "davide").makesThePlan();
		assertThat(this.wizard.text()).contains("DSM has no account named “davide”");
		assertThat(this.wizard.valueOf(fieldOf(DAVE))).isEqualTo("davide");
		this.wizard.type(fieldOf(DAVE), "dave").type("attribute", "synology username").makesThePlan();
		assertThat(this.wizard.text()).contains("The name of an attribute can contain only");
	}

	@Test
	void whoWouldEnterAsAnAdministratorIsNeverSuggestedAndHasToBeConfirmed() {
		this.lab.nas().account("erin").password("laboratory").administrator();
		world().people().userComes("erin@example.org", "Erin's other account", "", null);
		world().people().userComes("mallory", "Mallory", "", null);
		open();
		assertThat(this.wizard.valueOf(fieldOf("mallory"))).isEmpty();
		this.wizard.tick("userClaim", ATTRIBUTE).type(fieldOf("mallory"), "setup-admin").makesThePlan();
		assertThat(this.wizard.text()).contains("sign in to DSM as an administrator: mallory");
	}

	@Test
	void byHandThereIsALinkToThePageOfEachUser() {
		open();
		assertThat(this.wizard.addressOfLink("Open Dave Example (dave@example.org) in authentik"))
			.isEqualTo(this.lab.authentikAddress() + "/if/admin/#/identity/users/" + keyOf(DAVE));
		assertThat(this.wizard.addressOfLink("Customization > Property Mappings"))
			.isEqualTo(this.lab.authentikAddress() + "/if/admin/#/core/property-mappings");
	}

	private void mailAccountComes() {
		this.lab.nas().account("eve@ldap.example").password("laboratory");
		world().people().userComes("eve", "Eve", "eve@ldap.example", "laboratory");
	}

	private WizardPages open() {
		if (this.wizard != null) {
			this.wizard.close();
		}
		this.wizard = new WizardPages(this.port).connects(this.lab);
		return this.wizard;
	}

	private void apply() {
		this.wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
	}

	private String fieldOf(String username) {
		return "accounts[" + keyOf(username) + "]";
	}

	private Object keyOf(String username) {
		return world().people().keyOf(username);
	}

	private String hintOf(String claim) {
		DomNode radio = this.wizard.page().querySelector("input[name=userClaim][value='" + claim + "']");
		return radio.getParentNode().querySelector(".hint").getTextContent();
	}

	private boolean isChosen(String claim) {
		return this.wizard.page().querySelector("input[name=userClaim][value='" + claim + "'][checked]") != null;
	}

	/** What is said of a user, and of the group that the user is in. */
	private String line(String username) {
		DomNode line = this.wizard.page()
			.querySelectorAll(".people-group :is(tr, li)")
			.stream()
			.filter((row) -> row.querySelectorAll(".login")
				.stream()
				.anyMatch((login) -> login.getTextContent().equals(username)))
			.findFirst()
			.orElseThrow();
		DomNode group = line.getFirstByXPath("ancestor::*[contains(@class, 'people-group')]");
		return (group.querySelector(".verdict").getTextContent() + " " + line.getTextContent()).replaceAll("\\s+", " ");
	}

	private AuthentikWorld world() {
		return this.lab.authentik().world();
	}

	private @Nullable String admitted(String username) {
		return SignInOracle.of(this.lab.nas(), this.lab.dsmAddress(), world(), this.lab.authentikAddress())
			.admits(username);
	}

}
