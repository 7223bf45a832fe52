package io.github.dsmsso.wizard.pages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The files for other tools, as a person gets them, and as those tools run them. */
@ImpatientWizard
class CodePageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	@TempDir
	private Path folder;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@BeforeEach
	void plans() {
		this.applier.forget();
		this.person = new WizardPages(this.port).connects(this.lab).makesThePlan();
	}

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void thePlanAndTheRecordOfferFourFiles() {
		this.person.follows("This plan for other tools: blueprint, OpenTofu, Ansible, shell");
		assertThat(this.person.heading()).isEqualTo("Files for other tools");
		assertThat(this.person.text()).contains("Nothing has been changed yet");
		this.person.goesTo("/review").confirms().awaitsTheEndOfTheRun().goesTo("/record");
		this.person.follows("Files for other tools: blueprint, OpenTofu, Ansible, shell");
		assertThat(this.person.text()).contains("The connection that was set up");
		String secret = String.valueOf(this.lab.nas().sso().oidc().get("oidc_client_secret"));
		for (String link : List.of("Download the blueprint", "Download the configuration", "Download the playbook",
				"Download the script")) {
			assertThat(this.person.downloads(this.person.addressOfLink(link))).contains("synology")
				.doesNotContain(secret, DemoNas.PASSWORD, DemoAuthentik.API_TOKEN);
		}
	}

	@Test
	void thereIsNothingToTakeBeforeThereIsAPlan() {
		try (WizardPages another = new WizardPages(this.port).connects(this.lab)) {
			assertThat(another.goesTo("/code").heading()).isEqualTo("People and access");
		}
	}

	@Test
	void whatWasUndoneIsNotOffered() {
		this.person.confirms().awaitsTheEndOfTheRun().undoesEverything();
		assertThat(this.person.goesTo("/code").heading()).isEqualTo("Summary");
	}

	@Test
	void theScriptSetsUpBothSystems() throws Exception {
		assumeThat(isInstalled("curl")).isTrue();
		file(".curlrc", "insecure");
		Path script = file("setup.sh", this.person.downloads("/code/commands"));
		Outcome outcome = run(Map.of("AUTHENTIK_TOKEN", DemoAuthentik.API_TOKEN, "DSM_PASSWORD", DemoNas.PASSWORD,
				"DSM_OTP_CODE", "", "CURL_HOME", this.folder.toString()), "sh", script.toString());
		assertThat(outcome.code()).as(outcome.output()).isZero();
		assertThat(outcome.output()).contains("\"sso_enable\"").doesNotContain(DemoAuthentik.API_TOKEN);
		assertThat(visitor().signIn("anna", DemoAuthentik.PASSWORD).account()).isEqualTo("anna");
	}

	private Path file(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

	private Outcome run(Map<String, String> environment, String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(new HashMap<>(environment));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), output);
	}

	private static boolean isInstalled(String program) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

	private Visitor visitor() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik());
	}

	private record Outcome(int code, String output) {

	}

}
