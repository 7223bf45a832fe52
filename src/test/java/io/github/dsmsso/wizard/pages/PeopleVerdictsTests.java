package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.DomNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page about people says of each of them, where reading alone does not
 * tell, and for the check that says the same.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class PeopleVerdictsTests {

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
	void nobodyIsSaidToGetInWhereUnboundApplicationsAreClosed() {
		this.wizard = new WizardPages(this.port).connects(this.lab);
		applies();
		this.lab.authentik().world().closesApplicationsWithoutBindings();
		this.wizard = new WizardPages(this.port).connects(this.lab);
		assertThat(this.wizard.text()).doesNotContain("1 can sign in", "2 can sign in", "3 can sign in");
		assertThat(line("anna")).contains("no access to the application in authentik");

		this.wizard.goesTo("/prove");
		assertThat(this.wizard.text()).contains("Nobody may use the application “Synology DSM”")
			.doesNotContain("All authentik users may use");
	}

	@Test
	void aMappingThatBridgesNamesIsAskedForEachName() {
		connectsWithABridge();
		assertThat(line("dave@example.org")).contains("can sign in", "DSM receives the name “dave”.");
		assertThat(line("anna")).contains("can sign in").doesNotContain("DSM receives the name");
	}

	@Test
	void anAdministratorWhomNobodyChoseAsksForALook() {
		this.wizard = new WizardPages(this.port).connects(this.lab);
		assertThat(line("anna")).contains("a DSM administrator whom you did not select individually");
	}

	private void connectsWithABridge() {
		this.wizard = new WizardPages(this.port).connects(this.lab);
		applies();
		this.lab.authentik().world().people().userHasAttribute("dave@example.org", "synology_username", "dave");
		makesProfileItsOwn("return {\"preferred_username\": "
				+ "request.user.attributes.get(\"synology_username\", request.user.username)}");
		this.wizard = new WizardPages(this.port).connects(this.lab);
	}

	private void makesProfileItsOwn(String expression) {
		Map<String, List<Map<String, Object>>> inventory = this.lab.authentik().world().inventory();
		inventory.get("scopemapping")
			.stream()
			.filter((mapping) -> "profile".equals(mapping.get("scope_name")))
			.forEach((mapping) -> mapping.putAll(Map.of("managed", "ours", "expression", expression)));
		this.lab.authentik().world().holds(inventory);
	}

	private void applies() {
		this.wizard.makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.wizard.goesTo("/prove");
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

}
