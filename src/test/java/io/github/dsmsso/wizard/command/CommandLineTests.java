package io.github.dsmsso.wizard.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.wizard.command.CommandBench.Outcome;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.logging.LoggingSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The commands that look, and how all of them are asked for. */
class CommandLineTests {

	@TempDir
	private Path folder;

	private CommandBench bench;

	@BeforeEach
	void open() {
		this.bench = new CommandBench(this.folder);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	/**
	 * A command logs nothing, and Spring Boot keeps that for all that starts later in
	 * this process.
	 */
	@AfterEach
	void whatStartsLaterLogsAgain() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_THRESHOLD.getEnvironmentVariableName());
	}

	@Test
	void aPlanOfNothingYetHasChangesAndMakesNone() throws Exception {
		Map<String, Object> before = this.bench.lab().everything();
		Outcome outcome = this.bench.run("plan", "--connection=" + this.bench.file(""));
		assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
		assertThat(outcome.out()).contains("create   AUTHENTIK: provider synology",
				"create   AUTHENTIK: application Synology DSM", "update   DSM: oidc-sso",
				"4 changes; nothing was changed");
		assertThat(this.bench.lab().everything()).isEqualTo(before);
		JsonNode told = this.bench.run("plan", "--connection=" + this.bench.file(""), "--output=json").told();
		assertThat(told.path("changes").valueStream().map((change) -> change.path("object").asString()))
			.containsExactly("provider", "application", "oidc-sso", "sso-profile");
		assertThat(this.bench.lab().nas().sessions().count()).isZero();
	}

	@Test
	void aCheckSaysWhatIsWrongAndThatItCouldNotLook() throws Exception {
		Outcome nothing = this.bench.run("check", "--connection=" + this.bench.file("application: nas"));
		assertThat(nothing.code()).as(nothing.err()).isEqualTo(1);
		assertThat(nothing.out()).startsWith("wrong").containsPattern("\\d+ right, [1-9]\\d* wrong");
		JsonNode told = this.bench.run("check", "--connection=" + this.bench.file("application: nas"), "--output=json")
			.told();
		assertThat(told.path("version").asInt()).isEqualTo(1);
		assertThat(told.path("verdict").asString()).isEqualTo("wrong");
		assertThat(told.path("checks").valueStream()).allSatisfy((check) -> {
			assertThat(check.path("id").asString()).isNotEmpty();
			assertThat(check.path("text").asString()).isNotEmpty().isNotEqualTo("null");
		});

		assertThat(told.path("checks").valueStream())
			.filteredOn((check) -> check.path("id").asString().endsWith("-expiry"))
			.isNotEmpty()
			.noneMatch((check) -> check.path("text").asString().contains("has not received a certificate"));

		this.bench.secrets().put("DSM_PASSWORD", "wrong");
		Outcome refused = this.bench.run("check", "--connection=" + this.bench.file("application: nas"));
		assertThat(refused.code()).isEqualTo(3);
		assertThat(refused.err()).contains("DSM");
		assertThat(refused.out()).isEmpty();
		Outcome forMachines = this.bench.run("check", "--connection=" + this.bench.file("application: nas"),
				"--output=json");
		assertThat(forMachines.told().path("problem").path("id").asString()).startsWith("dsm.");
	}

	@Test
	void manyArePlannedByThemselvesAndTheWorstIsTheExitCode() throws Exception {
		Outcome outcome = this.bench.run("plan",
				"--connection=" + this.bench.fileOf(this.bench.lab().dsm(), this.bench.anotherNas()),
				"--connection=" + this.folder.resolve("none.yaml"), "--output=json");
		assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
		assertThat(outcome.allTold()).hasSize(2).allSatisfy((told) -> assertThat(told.path("changes")).hasSize(4));
		assertThat(outcome.err()).contains("none.yaml", "There is no file");
	}

	@Test
	void aOneTimeCodeIsAskedForAtTheTerminal() throws Exception {
		String file = this.bench.text("otp.yaml", Files.readString(Path.of(this.bench.file("")))
			.replace(DemoNas.ADMINISTRATOR, DemoNas.OTP_ADMINISTRATOR));
		assertThat(this.bench.run("plan", "--connection=" + file).err()).contains("Set DSM_OTP_CODE");

		DsmWorld nas = this.bench.lab().nas();
		List<String> asked = new ArrayList<>();
		this.bench.answers((question) -> {
			asked.add(question);
			return Secret.of(nas.account(DemoNas.OTP_ADMINISTRATOR).currentCode(nas.clock().instant()));
		});
		assertThat(this.bench.run("plan", "--connection=" + file).code()).isEqualTo(2);
		assertThat(asked).singleElement().asString().contains(DemoNas.OTP_ADMINISTRATOR, this.bench.lab().dsmAddress());
	}

	@Test
	void secretsMayComeFromFilesAndAreNeverTold() throws Exception {
		this.bench.secrets().clear();
		this.bench.secrets().put("AUTHENTIK_TOKEN_FILE", this.bench.text("token", DemoAuthentik.API_TOKEN + "\n"));
		this.bench.secrets().put("DSM_PASSWORD_FILE", this.bench.text("password", DemoNas.PASSWORD + "\n"));
		for (String command : List.of("check", "plan")) {
			Outcome outcome = this.bench.run(command, "--connection=" + this.bench.file(""), "--output=json");
			assertThat(outcome.out() + outcome.err()).doesNotContain(DemoAuthentik.API_TOKEN, DemoNas.PASSWORD);
		}
		this.bench.secrets().remove("DSM_PASSWORD_FILE");
		assertThat(this.bench.run("plan", "--connection=" + this.bench.file("")).err())
			.contains("Set DSM_PASSWORD, or DSM_PASSWORD_FILE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "version: 2", "versoin: 1", "version: 1\nnas: {address: x}", "[",
			"version: 1\npassword: hidden", "\t", "",
			"version: 1\napplication: nas\nauthentik: {address: y}\nnas: [{address: x, account: a}, {address: z, account: a}]" })
	void aFileThatIsNoneSaysSo(String content) throws Exception {
		String file = this.bench.text("bad.yaml", content);
		assertThatExceptionOfType(CommandException.class).isThrownBy(() -> ConnectionFile.read(file))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("bad.yaml").doesNotContain("hidden", "Exception"));
	}

	@Test
	void aCertificateMayBeWrittenInAnyWayAndAnotherIsNotAccepted() throws Exception {
		String file = Files.readString(Path.of(this.bench.file("")));
		String presented = this.bench.lab().dsm().server().certificate().fingerprint();
		this.bench.text("connection.yaml",
				file.replace(presented, presented.replace(":", "").toLowerCase(Locale.ROOT)));
		assertThat(this.bench.run("plan", "--connection=" + this.bench.path("connection.yaml")).code()).isEqualTo(2);

		this.bench.text("connection.yaml", file.replace(presented, "12:34"));
		Outcome noFingerprint = this.bench.run("plan", "--connection=" + this.bench.path("connection.yaml"));
		assertThat(noFingerprint.err()).contains("“12:34” is not the SHA-256 fingerprint");

		this.bench.text("connection.yaml", file.replace(presented, "00".repeat(32)));
		Outcome another = this.bench.run("plan", "--connection=" + this.bench.path("connection.yaml"));
		assertThat(another.code()).isEqualTo(1);
		assertThat(another.err()).contains("certificate");
	}

	@Test
	void anAddressThatIsNoneSaysSo() {
		String file = this.bench.text("connection.yaml",
				"version: 1\nnas: {address: 'https://', account: a}\nauthentik: {address: 'https://auth.example'}\n");
		Outcome outcome = this.bench.run("check", "--connection=" + file);
		assertThat(outcome.code()).isEqualTo(3);
		assertThat(outcome.err()).doesNotContain("does not know");
	}

	@Test
	void whatIsNotUnderstoodIsAnsweredWithTheUsage() throws Exception {
		assertThat(this.bench.run("help").out()).contains("Usage:");
		assertThat(this.bench.run("check").code()).isEqualTo(64);
		assertThat(this.bench.run("check", "--connection=a", "--passwd=x").err()).contains("Usage:");
		assertThat(this.bench.run("check", "--connection=" + this.folder.resolve("none.yaml")).err())
			.contains("There is no file");
	}

	@ParameterizedTest
	@CsvSource({ "PASS, 0", "FAIL, 1", "WARN, 2", "UNKNOWN, 2" })
	void theWorstVerdictIsTheExitCode(Verdict worst, int code) {
		assertThat(CheckCommand.code(worst)).isEqualTo(code);
	}

}
