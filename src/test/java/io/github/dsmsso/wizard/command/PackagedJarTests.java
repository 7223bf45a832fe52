package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.command.CommandBench.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The commands of the jar as it is packaged, each in a process of its own. They run in
 * {@code mvn verify} once there is a jar.
 */
@Tag("packaged")
class PackagedJarTests {

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	@TempDir
	private Path folder;

	private CommandBench bench;

	private Map<String, Object> before;

	private String connection;

	private String plan;

	@BeforeEach
	void open() {
		this.bench = CommandBench.ofTheJar(this.folder);
		this.before = this.bench.lab().everything();
		this.connection = "--connection=" + this.bench.file("");
		this.plan = "--plan=" + this.bench.path("plan.json");
		this.bench.secrets()
			.putAll(Map.of("AUTHENTIK_TOKEN_FILE", this.bench.text("token", DemoAuthentik.API_TOKEN),
					"DSM_PASSWORD_FILE", this.bench.text("password", DemoNas.PASSWORD)));
		this.bench.secrets().keySet().removeIf((name) -> !name.endsWith("_FILE"));
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void everyExitCodeIsWhatTheGuideSays() throws Exception {
		assertThat(code("help")).isZero();
		assertThat(code("check")).isEqualTo(64);
		assertThat(code("check", "--connection=" + this.bench.file("application: nas"))).isEqualTo(1);
		this.bench.file("");
		assertThat(code("apply", this.connection, this.plan)).isEqualTo(1);
		assertThat(code("plan", this.connection, out())).isEqualTo(2);
		assertThat(code("apply", this.connection, this.plan)).isZero();
		assertThat(code("plan", this.connection)).isZero();
		assertThat(code("check", this.connection)).isIn(0, 2);
		assertThat(code("undo", this.connection)).isZero();
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
		assertThat(code("undo", this.connection)).isEqualTo(1);
		this.bench.text("password", "wrong");
		assertThat(code("check", this.connection)).isEqualTo(3);
	}

	@Test
	void whatCannotBeUndoneEndsWithThree() throws Exception {
		this.bench.process("plan", this.connection, out());
		this.bench.lab()
			.authentikBehind(Fault.NOT_PERMITTED.always((request) -> request.method().equals("DELETE")))
			.dsm()
			.behind(Fault.NOT_ACCEPTED.always(Fault.call("SYNO.Core.Directory.SSO.Profile", "set")));
		assertThat(code("apply", this.connection, this.plan)).isEqualTo(3);
	}

	@Test
	void aStateThatHasMovedIsRefused() throws Exception {
		this.bench.process("plan", this.connection, out());
		this.bench.lab().nas().sso().configure(Map.of("oidc_scope", "openid"));
		Map<String, Object> moved = this.bench.lab().everything();

		Outcome outcome = this.bench.process("apply", this.connection, this.plan);

		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.err()).contains("has changed since the plan was made");
		assertThat(this.bench.lab().everything()).isEqualTo(moved);
	}

	@Test
	void aProcessThatIsToldToStopEndsItsRunFirstAndNoSecretIsSeenOfIt() throws Exception {
		this.bench.process("plan", this.connection, out());
		CallBarrier gate = new CallBarrier();
		this.bench.lab().dsm().behind(gate.atFirst(SET_OIDC));
		Process process = this.bench.start("apply", this.connection, this.plan);
		gate.reached();
		String seen = seen(process, "cmdline") + seen(process, "environ");
		process.toHandle().destroy();
		gate.open();
		Outcome outcome = CommandBench.ended(process);

		assertThat(this.bench.lab().nas().sso().offersOidc()).isTrue();
		assertThat(outcome + seen + journal()).contains("provider")
			.doesNotContain(DemoAuthentik.API_TOKEN, DemoNas.PASSWORD,
					String.valueOf(this.bench.lab().nas().sso().oidc().get("oidc_client_secret")));
		assertThat(code("undo", this.connection)).isZero();
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
	}

	private static String seen(Process process, String file) throws IOException {
		Path seen = Path.of("/proc", String.valueOf(process.pid()), file);
		assumeThat(seen).exists();
		return Files.readString(seen);
	}

	private String journal() throws IOException {
		StringBuilder journal = new StringBuilder();
		try (Stream<Path> files = Files.list(this.bench.journal())) {
			for (Path file : files.toList()) {
				journal.append(Files.readString(file));
			}
		}
		return journal.toString();
	}

	private String out() {
		return "--out=" + this.bench.path("plan.json");
	}

	private int code(String... arguments) throws IOException, InterruptedException {
		return this.bench.process(arguments).code();
	}

}
