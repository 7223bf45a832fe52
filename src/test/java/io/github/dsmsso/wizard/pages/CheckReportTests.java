package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was found can be taken away, and shown to strangers.
 */
@ImpatientWizard
class CheckReportTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private Lab lab;

	private WizardPages wizard;

	@BeforeEach
	void breaksAConnection() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.applier.forget();
		this.lab.authentik().world().somebodyChangesTheProvider("synology", "signing_key", null);
		this.lab.nas().sso().configure(Map.of("oidc_redirect_uri", "https://family.example/#/signin"));
		this.wizard.goesTo("/").press("Check an existing connection").connects(this.lab);
	}

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void peopleReadSentencesWithWhatToDo() {
		String report = this.wizard.downloads("/prove/report.md");

		assertThat(report).contains("## Signing key: failed", "“synology” has no signing key", "What to do",
				"https://family.example", "anna", "## Passed checks");
	}

	@Test
	void machinesReadStableNamesInsteadOfSentences() {
		JsonNode report = JsonMapper.shared().readTree(this.wizard.downloads("/prove/report.json"));

		JsonNode first = report.get("results").get(0);
		assertThat(first.get("check").asString()).isEqualTo("signature");
		assertThat(first.get("verdict").asString()).isEqualTo("fail");
		assertThat(first.get("finding").asString()).isEqualTo("no-key");
		assertThat(first.get("arguments").get(0).asString()).isEqualTo("synology");
		assertThat(report.get("namesHidden").asBoolean()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "md", "json" })
	void aReportForStrangersTellsNeitherWhoNorWhere(String extension) {
		String report = this.wizard.downloads("/prove/report." + extension + "?names=hidden");

		assertThat(report).contains("person-1", "host-1", "name-1").doesNotContain(secrets());
		assertThat(report).doesNotContainIgnoringCase("localhost")
			.doesNotContain("family.example", "anna", "Carla", "dave", "example.org", "NAS users", "“Synology DSM”",
					this.lab.nas().sso().text("oidc_client_id"));
	}

	@Test
	void noReportHoldsASecret() {
		assertThat(Stream.of("md", "json").map((extension) -> this.wizard.downloads("/prove/report." + extension)))
			.noneMatch((report) -> List.of(secrets()).stream().anyMatch(report::contains));
	}

	private String[] secrets() {
		return new String[] { this.lab.nas().sso().text("oidc_client_secret"), DemoNas.PASSWORD,
				DemoAuthentik.API_TOKEN };
	}

}
