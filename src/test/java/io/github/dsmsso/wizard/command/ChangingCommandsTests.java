package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.command.CommandBench.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that change something: what a plan says is what is done, by the same rules
 * as on the pages.
 */
class ChangingCommandsTests {

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	@TempDir
	private Path folder;

	private CommandBench bench;

	private Map<String, Object> before;

	private String connection;

	private String plan;

	@BeforeEach
	void open() {
		this.bench = new CommandBench(this.folder);
		this.before = this.bench.lab().everything();
		this.connection = "--connection=" + this.bench.file("");
		this.plan = "--plan=" + this.bench.path("plan.json");
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aPlanIsAppliedFoundFulfilledAndUndone() throws Exception {
		makesThePlan();
		Outcome applied = this.bench.run("apply", this.connection, this.plan);
		assertThat(applied.code()).as(applied.toString()).isZero();
		assertThat(applied.out()).contains("done", "applied");
		assertThat(this.bench.lab().nas().sso().offersOidc()).isTrue();
		assertThat(this.bench.lab().nas().sessions().count()).isZero();
		assertThat(this.bench.run("plan", this.connection).code()).isZero();
		assertThat(this.bench.run("check", this.connection).out()).contains(" 0 wrong");

		Outcome undone = this.bench.run("undo", this.connection, "--output=json");
		assertThat(undone.code()).as(undone.toString()).isZero();
		assertThat(undone.told().path("outcome").asString()).isEqualTo("undone");
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
		assertThat(this.bench.run("undo", this.connection).err()).contains("no such run");
	}

	@Test
	void aPlanThatIsFulfilledChangesNothing() {
		makesThePlan();
		this.bench.run("apply", this.connection, this.plan);
		Map<String, Object> applied = this.bench.lab().everything();
		makesThePlan();
		Outcome again = this.bench.run("apply", this.connection, this.plan, "--output=json");
		assertThat(again.code()).isZero();
		assertThat(again.told().path("outcome").asString()).isEqualTo("nothing-to-change");
		assertThat(this.bench.lab().everything()).isEqualTo(applied);
	}

	@Test
	void aStateThatHasMovedIsRefused() {
		makesThePlan();
		this.bench.lab().nas().sso().configure(Map.of("oidc_scope", "openid"));
		this.before = this.bench.lab().everything();
		assertNothingIsChanged(this.bench.run("apply", this.connection, this.plan), "has changed since the plan");
	}

	@Test
	void anotherWishThanWasPlannedIsRefused() {
		makesThePlan();
		String other = "--connection=" + this.bench.file("wish: {groups: [NAS users]}");
		assertNothingIsChanged(this.bench.run("apply", other, this.plan), "has changed since the plan");
	}

	@Test
	void noPlanForThisNasOrNoneAtAllIsRefused() {
		assertNothingIsChanged(this.bench.run("apply", this.connection, this.plan), "There is no file");
		this.bench.text("plan.json", "{\"version\":1}\n");
		assertNothingIsChanged(this.bench.run("apply", this.connection, this.plan), "is not a plan");
		this.bench.text("plan.json", "{\"version\":1,\"nas\":\"https://other.example\",\"state\":\"0\"}\n");
		assertNothingIsChanged(this.bench.run("apply", this.connection, this.plan), "has no plan for");
		assertThat(this.bench.run("apply", this.connection).code()).isEqualTo(64);
	}

	@Test
	void aRiskHasToBeAcceptedByItsName() {
		this.bench.lab().nas().sso().profile("saml", true);
		this.before = this.bench.lab().everything();
		makesThePlan();
		Outcome refused = this.bench.run("apply", this.connection, this.plan);
		assertNothingIsChanged(refused, "--acknowledge=plan.replaces-other-service");

		Outcome accepted = this.bench.run("apply", this.connection, this.plan,
				"--acknowledge=plan.replaces-other-service");
		assertThat(accepted.code()).as(accepted.toString()).isZero();
	}

	@Test
	void whatIsWishedIsPlanned() {
		this.connection = "--connection="
				+ this.bench.file("application: nas-7\nwish: {address: 'https://nas.example', groups: [NAS users]}");
		Outcome planned = this.bench.run("plan", this.connection);
		assertThat(planned.out()).contains("provider nas-7", "https://nas.example", "binding");
		String unknown = "--connection=" + this.bench.file("wish: {groups: [nobody]}");
		assertThat(this.bench.run("plan", unknown).err()).contains("no group named “nobody”");
	}

	@Test
	void aChangeThatFailsIsTakenBack() {
		makesThePlan();
		this.bench.lab().dsm().behind(Fault.NOT_ACCEPTED.always(SET_OIDC));
		Outcome failed = this.bench.run("apply", this.connection, this.plan, "--output=json");
		assertThat(failed.code()).as(failed.toString()).isEqualTo(1);
		assertThat(failed.told().path("outcome").asString()).isEqualTo("undone");
		assertThat(failed.told().path("problem").path("text").asString()).isNotEmpty();
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
	}

	@Test
	void aProcessThatIsKilledIsFinishedOrUndoneByTheNext() throws Exception {
		makesThePlan();
		CallBarrier gate = new CallBarrier();
		this.bench.lab().dsm().behind(gate.atFirst(SET_OIDC));
		Process process = this.bench.start("apply", this.connection, this.plan);
		gate.reached();
		process.toHandle().destroyForcibly();
		CommandBench.ended(process);
		gate.open();
		assertThat(this.bench.run("apply", this.connection, this.plan).code()).isEqualTo(1);

		Outcome finished = this.bench.run("finish", this.connection);
		assertThat(finished.code()).as(finished.toString()).isZero();
		assertThat(this.bench.lab().nas().sso().offersOidc()).isTrue();
		assertThat(this.bench.run("finish", this.connection).err()).contains("nothing to finish");
		assertThat(this.bench.run("close", this.connection).out()).contains("1 runs forgotten");
		assertThat(this.bench.run("undo", this.connection).code()).isEqualTo(1);
	}

	@Test
	void manyAreAppliedSideBySideAndOneThatFailsStopsNoOther() {
		RunningDsm second = this.bench.anotherNas();
		RunningDsm third = this.bench.anotherNas();
		String several = "--connection=" + this.bench.fileOf(this.bench.lab().dsm(), second, third);
		assertThat(this.bench.run("plan", several, "--out=" + this.bench.path("plan.json")).code()).isEqualTo(2);
		second.behind(Fault.NOT_ACCEPTED.always(SET_OIDC));

		Outcome outcome = this.bench.run("apply", several, this.plan, "--parallel=3");

		assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
		assertThat(outcome.out()).containsPattern(second.address() + " +1 +undone")
			.containsPattern(third.address() + " +0 +applied");
		assertThat(second.world().sso().offersOidc()).isFalse();
		assertThat(clients(this.bench.lab().dsm(), third)).hasSize(2);
	}

	@Test
	void theClientSecretIsReplacedOnBothSides() {
		makesThePlan();
		this.bench.run("apply", this.connection, this.plan);
		String former = secret();
		Outcome outcome = this.bench.run("rotate", this.connection);
		assertThat(outcome.code()).as(outcome.toString()).isZero();
		assertThat(secret()).isNotEqualTo(former);
		assertThat(outcome.toString()).doesNotContain(secret(), former);
		assertThat(this.bench.run("check", this.connection).out()).contains(" 0 wrong");
		assertThat(this.bench.run("undo", this.connection).code()).isZero();
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
	}

	@Test
	void aSecretThatIsNotAcceptedIsUndone() {
		makesThePlan();
		this.bench.run("apply", this.connection, this.plan);
		this.before = this.bench.lab().everything();
		String former = secret();
		this.bench.lab()
			.authentikBehind((server) -> (
					request) -> request.path().endsWith("/application/o/revoke/") && !secret().equals(former)
							? LabResponse.of(401, "application/json", "{\"error\":\"invalid_client\"}")
							: server.handle(request));
		Outcome outcome = this.bench.run("rotate", this.connection);
		assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
		assertThat(outcome.err()).contains("Client secret");
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
	}

	@Test
	void thereHasToBeASecretToReplace() {
		assertNothingIsChanged(this.bench.run("rotate", this.connection), "There is no client secret to replace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "finish", "undo" })
	void aReplacementThatIsKilledEndsWithTheSameSecretOnBothSides(String decision) throws Exception {
		makesThePlan();
		this.bench.run("apply", this.connection, this.plan);
		CallBarrier gate = new CallBarrier();
		this.bench.lab().dsm().behind(gate.atFirst(SET_OIDC));
		Process process = this.bench.start("rotate", this.connection);
		gate.reached();
		process.toHandle().destroyForcibly();
		CommandBench.ended(process);
		this.bench.lab().dsm().healed();
		gate.open();

		Outcome decided = this.bench.run(decision, this.connection);
		assertThat(decided.code()).as(decided.toString()).isZero();
		assertThat(this.bench.run("check", this.connection).out()).contains(" 0 wrong");
	}

	private String secret() {
		return String.valueOf(this.bench.lab().nas().sso().oidc().get("oidc_client_secret"));
	}

	@Test
	void noSecretIsTold() throws Exception {
		makesThePlan();
		Outcome outcome = this.bench.run("apply", this.connection, this.plan, "--output=json");
		String clientSecret = secret();
		assertThat(clientSecret).isNotEmpty();
		try (Stream<Path> files = Files.walk(this.folder)) {
			String written = files.filter(Files::isRegularFile)
				.map(ChangingCommandsTests::content)
				.collect(Collectors.joining());
			assertThat(written + outcome).doesNotContain(DemoAuthentik.API_TOKEN, DemoNas.PASSWORD, clientSecret);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void makesThePlan() {
		Outcome outcome = this.bench.run("plan", this.connection, "--out=" + this.bench.path("plan.json"));
		assertThat(outcome.err()).isEmpty();
	}

	private void assertNothingIsChanged(Outcome outcome, String why) {
		assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
		assertThat(outcome.err()).contains(why);
		assertThat(this.bench.lab().everything()).isEqualTo(this.before);
	}

	private static Set<String> clients(RunningDsm... several) {
		return Stream.of(several)
			.map((nas) -> String.valueOf(nas.world().sso().oidc().get("oidc_client_id")))
			.filter((client) -> !client.isEmpty())
			.collect(Collectors.toSet());
	}

}
