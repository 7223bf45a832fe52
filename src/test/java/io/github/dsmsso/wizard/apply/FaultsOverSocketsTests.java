package io.github.dsmsso.wizard.apply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.CellRun.Terminal;
import io.github.dsmsso.wizard.apply.FaultMatrix.Verdict;
import io.github.dsmsso.wizard.apply.Mishap.OneCallFails;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Some cells of the matrix once more, over sockets and TLS: what is true in process is
 * true of the wizard's own HTTP client.
 */
class FaultsOverSocketsTests {

	private static final Set<Fault> QUICK = EnumSet.of(Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.CUT,
			Fault.BAD_GATEWAY);

	private static final Set<Fault> SLOW = EnumSet.of(Fault.SILENT_AFTER, Fault.SLOW_BODY);

	private static final int DRAWN = 6;

	private final OverSockets sockets = new OverSockets();

	@Test
	void whateverGoesWrongItIsDoneOrAsBeforeOrExactlyReported() {
		try (Bench bench = new FaultMatrix(this.sockets).bench();
				OverSockets servers = this.sockets;
				LogCapture log = LogCapture.at(Level.INFO)) {
			List<Cell> cells = Stream.concat(Draw.of("Calls", calls(bench), DRAWN).stream(), servers()).toList();
			List<Verdict> verdicts = cells.stream().map((cell) -> FaultMatrix.verdict(cell, bench)).toList();
			assertThat(verdicts).hasSizeGreaterThan(DRAWN).allMatch(Verdict::isSound);
		}
	}

	private static List<Cell> calls(Bench bench) {
		return FaultMatrix.cells(BeforeState.UNTOUCHED, bench)
			.stream()
			.filter((cell) -> cell.phase() == Phase.APPLY && cell.mishap() instanceof OneCallFails fails
					&& isChosen(fails.place().site().toString(), fails.fault()))
			.toList();
	}

	private static boolean isChosen(String site, Fault fault) {
		return site.matches(".*(POST /providers/oauth2/|OIDC.SSO set|SSO.Profile set) #1") && QUICK.contains(fault)
				|| site.matches(".*OIDC.SSO set #1") && SLOW.contains(fault);
	}

	private Stream<Cell> servers() {
		return Stream.of(Phase.APPLY, Phase.UNDO)
			.flatMap((phase) -> Stream
				.of(new ServersChange("nobody listens", this.sockets::refuse),
						new ServersChange("another certificate", this.sockets::presentOther))
				.map((mishap) -> new Cell(BeforeState.UNTOUCHED, phase, mishap)));
	}

	/** From the click on, both servers are otherwise. */
	private record ServersChange(String name, Consumer<Boolean> change) implements Mishap {

		@Override
		public void befall(CellRun run) {
			this.change.accept(true);
		}

		@Override
		public void passes() {
			this.change.accept(false);
		}

		@Override
		public Set<Terminal> allowed() {
			return EnumSet.of(Terminal.BEFORE, Terminal.REPORTED);
		}

		/** Both, but DSM is what all the rest hangs on. */
		@Override
		public Side side() {
			return Side.DSM;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
