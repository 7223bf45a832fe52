package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What people take away: the plan before anything is changed, and the record after. */
@ImpatientWizard
class DownloadsTests {

	private static final String WHO = "setup-admin in DSM, akadmin in authentik";

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
	void thePlanIsThereBeforeAnythingIsChanged() {
		plansANewConnection();
		List<Integer> asked = asked();
		for (String link : List.of("Download this plan", "plan as Markdown")) {
			assertThat(text(thePlan(link))).contains("Plan: single sign-on for " + this.lab.dsmAddress(),
					"This is a plan. Nothing has been changed yet.", "This file contains no secrets.", "Planned by",
					WHO, "Planned changes", "OAuth2/OpenID provider", this.lab.dsmAddress(), "people can sign in",
					"anna", "no DSM account of the same name");
		}
		assertThat(thePlan("plan as JSON")).contains("\"containsSecrets\" : false", "\"outcome\" : \"PLANNED\"",
				"\"dsmAccount\" : \"setup-admin\"", "\"authentikUser\" : \"akadmin\"", "\"anna\"");
		assertThat(asked()).as("requests to both systems").isEqualTo(asked);
		assertThat(this.lab.nas().sso().offersOidc()).isFalse();
	}

	@Test
	void thePlanSaysWhyAndWhatHasToBeConfirmed() {
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_client_id", "old", "oidc_client_secret", "secret",
					"oidc_wellknown", "https://old.example/", "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
		plansANewConnection();
		String plan = thePlan("plan as Markdown");
		assertThat(plan).contains("## What has to be confirmed", "| Setting | Now | After | Reason |",
				"`https://old.example/`");
		assertThat(this.wizard.text()).contains(bullets(plan, "What has to be confirmed"));
	}

	@Test
	void thePlanNamesNobodyWhereItWasNotAskedWhoCouldSignIn() {
		this.wizard = new WizardPages(this.port).connects(this.lab).ticks("NAS users").makesThePlan();
		assertThat(thePlan("plan as Markdown")).contains("NAS users").doesNotContain("Who can sign in", "anna");
		this.wizard.goesTo("/people").makesThePlan();
		assertThat(thePlan("plan as Markdown")).contains("## Who can sign in", "anna");
	}

	@Test
	void aPlanThatIsShownNoMoreLeadsToTheOneThatIs() {
		plansANewConnection();
		String link = this.wizard.addressOfLink("Download this plan");
		this.wizard.goesTo("/people").ticks("NAS users").makesThePlan();
		assertThat(this.wizard.addressOfLink("Download this plan")).isNotEqualTo(link);
		assertThat(this.wizard.goesTo(link).heading()).isEqualTo("Review the plan");
		String shown = this.wizard.addressOfLink("Download this plan");
		this.wizard.confirms().awaitsTheEndOfTheRun();
		assertThat(this.wizard.goesTo(shown).text()).contains("There is nothing to change");
		assertThat(this.wizard.goesTo("/review/plan.html").heading()).isEqualTo("Review the plan");
		assertThat(this.wizard.losesItsSession().goesTo(shown).source()).doesNotContain("This is a plan");
	}

	@Test
	void theRecordHasWhenWhoWhatAndWhom() {
		setsItUp();
		for (String form : List.of("html", "md")) {
			assertThat(text(this.wizard.downloads("/record/summary." + form))).contains("UTC", WHO,
					this.lab.dsmAddress(), this.lab.authentikAddress(), "Set up and read back", "Client ID", "anna",
					"passed", "no DSM account of the same name", "How to sign in without single sign-on",
					"What to delete now");
		}
		assertThat(this.wizard.downloads("/record/summary.json")).contains("\"dsmAccount\" : \"setup-admin\"");
		assertThat(this.wizard.text()).contains("UTC", WHO, this.lab.dsmAddress(), "Show all", "Client ID", "anna");
	}

	@Test
	void afterAnUndoTheRecordSaysWhatWasUndone() {
		setsItUp();
		this.wizard.undoesEverything().goesTo("/record");
		assertThat(this.wizard.text()).contains("This run was undone", "All changes undone");
		for (String form : List.of("html", "md")) {
			assertThat(text(this.wizard.downloads("/record/summary." + form)))
				.contains("changes undone", "This run was undone", "All changes undone", "Changes of this run",
						"Client ID")
				.doesNotContain("Set up and read back", "Who can sign in");
		}
	}

	@Test
	void aCheckOfWhatIsThereSaysWhoLooked() {
		this.wizard = new WizardPages(this.port).connects(this.lab).goesTo("/record");
		assertThat(this.wizard.downloads("/record/summary.md")).contains("- Outcome: No changes in this session",
				"- Checked by: " + WHO, "- Checks: Not checked since the last change");
	}

	@Test
	void thereIsNoFileOfAnotherForm() {
		plansANewConnection();
		String link = this.wizard.addressOfLink("Download this plan");
		assertThat(this.wizard.goesTo(link.replace(".html", ".pdf")).heading()).isEqualTo("This page does not exist");
	}

	private void plansANewConnection() {
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan();
	}

	private void setsItUp() {
		plansANewConnection();
		this.wizard.confirms().awaitsTheEndOfTheRun().goesTo("/record");
	}

	private String thePlan(String link) {
		return this.wizard.downloads(this.wizard.addressOfLink(link));
	}

	private List<Integer> asked() {
		return List.of(this.lab.dsm().simulator().arrived().size(), this.lab.authentik().arrived().size());
	}

	/** What a reader sees, whatever the form. */
	private static String text(String file) {
		return file.replaceAll("(?s)<head>.*</head>|<[^>]+>", " ").replaceAll("\\s+", " ");
	}

	private static List<String> bullets(String markdown, String heading) {
		String section = markdown.split("## " + heading + "\n\n")[1].split("\n\n")[0];
		return section.lines().map((line) -> line.substring(2).split("\\. ")[0].replace("\\", "")).toList();
	}

}
