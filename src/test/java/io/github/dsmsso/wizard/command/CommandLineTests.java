package io.github.dsmsso.wizard.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.lab.dsm.OutboundHttp;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.LoggingSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The commands as a process of their own, against the laboratory. */
class CommandLineTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	private Path folder;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final Map<String, String> secrets = new TreeMap<>(
			Map.of("AUTHENTIK_TOKEN", DemoAuthentik.API_TOKEN, "DSM_PASSWORD", DemoNas.PASSWORD));

	@AfterEach
	void close() {
		this.lab.close();
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
		Map<String, Object> before = this.lab.everything();
		Outcome outcome = process("plan", "--connection=" + file(""));
		assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
		assertThat(outcome.out()).contains("create   AUTHENTIK: provider synology",
				"create   AUTHENTIK: application Synology DSM", "update   DSM: oidc-sso",
				"4 changes; nothing was changed");
		assertThat(this.lab.everything()).isEqualTo(before);
		JsonNode told = JSON.readTree(run("plan", "--connection=" + file(""), "--output=json").out());
		assertThat(told.path("changes").valueStream().map((change) -> change.path("object").asString()))
			.containsExactly("provider", "application", "oidc-sso", "sso-profile");
		assertThat(this.lab.nas().sessions().count()).isZero();
	}

	@Test
	void aCheckSaysWhatIsWrongAndThatItCouldNotLook() throws Exception {
		Outcome nothing = run("check", "--connection=" + file("application: nas"));
		assertThat(nothing.code()).as(nothing.err()).isEqualTo(1);
		assertThat(nothing.out()).startsWith("wrong").containsPattern("\\d+ right, [1-9]\\d* wrong");
		JsonNode told = JSON.readTree(run("check", "--connection=" + file("application: nas"), "--output=json").out());
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

		this.secrets.put("DSM_PASSWORD", "wrong");
		Outcome refused = run("check", "--connection=" + file("application: nas"));
		assertThat(refused.code()).isEqualTo(3);
		assertThat(refused.err()).contains("DSM");
		assertThat(refused.out()).isEmpty();
	}

	@Test
	void manyAreCheckedByThemselvesAndTheWorstIsTheExitCode() throws Exception {
		LabCertificate certificate = LabCertificate.selfSigned("localhost");
		try (RunningDsm second = DsmSimulator.start(DemoNas.world(DsmVersion.DSM_7_4, Clock.systemDefaultZone()),
				OutboundHttp.to(this.lab.authentik()), certificate, 0)) {
			Path first = file("");
			Path other = text("other.yaml",
					Files.readString(first)
						.replace(this.lab.dsmAddress(), second.address())
						.replaceFirst("certificate: .*", "certificate: " + certificate.fingerprint())
						.replace("account:", "password-from: OTHER_PASSWORD\n  account:"));
			this.secrets.put("OTHER_PASSWORD", DemoNas.PASSWORD);
			Outcome outcome = run("plan", "--connection=" + first, "--connection=" + other,
					"--connection=" + this.folder.resolve("none.yaml"), "--output=json");
			assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
			assertThat(outcome.out().lines().map(JSON::readTree)).hasSize(2)
				.allSatisfy((told) -> assertThat(told.path("changes")).hasSize(4));
			assertThat(outcome.err()).contains("none.yaml", "There is no file");
		}
	}

	@Test
	void secretsMayComeFromFilesAndAreNeverTold() throws Exception {
		this.secrets.clear();
		this.secrets.put("AUTHENTIK_TOKEN_FILE", text("token", DemoAuthentik.API_TOKEN + "\n").toString());
		this.secrets.put("DSM_PASSWORD_FILE", text("password", DemoNas.PASSWORD + "\n").toString());
		for (String command : List.of("check", "plan")) {
			Outcome outcome = run(command, "--connection=" + file(""), "--output=json");
			assertThat(outcome.out() + outcome.err()).doesNotContain(DemoAuthentik.API_TOKEN, DemoNas.PASSWORD);
		}
		this.secrets.remove("DSM_PASSWORD_FILE");
		assertThat(run("plan", "--connection=" + file("")).err()).contains("Set DSM_PASSWORD, or DSM_PASSWORD_FILE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "version: 2", "versoin: 1", "version: 1\nnas: {address: x}", "[",
			"version: 1\npassword: hidden", "\t", "" })
	void aFileThatIsNoneSaysSo(String content) throws Exception {
		Path file = text("bad.yaml", content);
		assertThatExceptionOfType(CommandException.class).isThrownBy(() -> ConnectionFile.read(file))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("bad.yaml").doesNotContain("hidden", "Exception"));
	}

	@Test
	void whatIsNotUnderstoodIsAnsweredWithTheUsage() throws Exception {
		assertThat(run("help").out()).contains("Usage:");
		assertThat(run("check").code()).isEqualTo(64);
		assertThat(run("check", "--connection=a", "--passwd=x").err()).contains("Usage:");
		assertThat(run("check", "--connection=" + this.folder.resolve("none.yaml")).err()).contains("There is no file");
	}

	@ParameterizedTest
	@CsvSource({ "PASS, 0", "FAIL, 1", "WARN, 2", "UNKNOWN, 2" })
	void theWorstVerdictIsTheExitCode(Verdict worst, int code) {
		assertThat(CheckCommand.code(worst)).isEqualTo(code);
	}

	private Path file(String more) throws IOException {
		return text("connection.yaml",
				"""
						version: 1
						nas:
						  address: %s
						  certificate: %s
						  account: %s
						authentik:
						  address: %s
						  certificate: %s
						%s
						""".formatted(this.lab.dsmAddress(), this.lab.dsm().server().certificate().fingerprint(),
						DemoNas.ADMINISTRATOR, this.lab.authentikAddress(),
						this.lab.authentikServer().certificate().fingerprint(), more));
	}

	private Path text(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

	/** As a process does, without the time that one takes to start. */
	private Outcome run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = CommandLine.run(DsmSsoWizardApplication.Basics.class, new Secrets(this.secrets),
				new PrintStream(out), new PrintStream(err), arguments);
		return new Outcome(code, out.toString(), err.toString());
	}

	private Outcome process(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
						DsmSsoWizardApplication.class.getName()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeIf((name) -> name.startsWith("DSM_") || name.startsWith("AUTHENTIK_"));
		builder.environment().putAll(this.secrets);
		Process process = builder.start();
		CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
		String out = read(process.getInputStream());
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), out, err.join());
	}

	private static String read(InputStream stream) {
		try (stream) {
			return new String(stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Outcome(int code, String out, String err) {

	}

}
