package io.github.dsmsso.wizard.apply;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for journals that end anywhere: the journal of a whole run is cut off around each
 * end of a line and at bytes that a run draws, with both systems as they were when that
 * byte was written.
 */
class TornJournalTests {

	private static final int DRAWN = 1_000;

	private final RestartBench bench = new RestartBench();

	@TempDir
	private Path temporary;

	private Map<String, Object> before;

	private int recoveries;

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@EnumSource
	void aJournalThatIsCutOffAnywhereLeadsBackAndForth(Scene scene) {
		WholeRun whole = wholeRun(scene);
		List<Integer> lengths = lengths(whole);
		int withoutARun = 0;
		Optional<UnfinishedRun> read = Optional.empty();
		int lineBefore = -1;
		for (int length : lengths) {
			Optional<UnfinishedRun> told = JournalReading.of(whole.firstBytes(length));
			int line = whole.lineAt(length);
			if (told.isEmpty()) {
				withoutARun++;
				assertThat(whole.states.get(line)).as("cut at byte %d", length).isEqualTo(this.before);
			}
			else if (line != lineBefore || !told.equals(read)) {
				leadsBack(journal(whole.firstBytes(length)), whole.states.get(line), length);
				leadsForth(journal(whole.firstBytes(length)), whole.states.get(line), length);
			}
			read = told;
			lineBefore = line;
		}
		assertThat(withoutARun).isLessThan(whole.journal.length);
		Figures.keep("torn-journals-" + scene.name().toLowerCase(Locale.ROOT).replace('_', '-'),
				Map.of("seed", Draw.seed(), "bytes", whole.journal.length, "cut-off-at-bytes", lengths.size(),
						"telling-of-no-run", withoutARun, "recoveries", this.recoveries, "ended-before",
						this.recoveries / 2, "ended-after", this.recoveries / 2));
	}

	/** Around the end of each line, and some of those between. */
	private static List<Integer> lengths(WholeRun whole) {
		List<Integer> ends = whole.lineEnds();
		List<Integer> between = IntStream.rangeClosed(0, whole.journal.length)
			.filter((length) -> ends.stream().noneMatch((end) -> Math.abs(end - length) <= 1))
			.boxed()
			.toList();
		return Stream
			.concat(ends.stream().flatMap((end) -> Stream.of(end - 1, end, end + 1)),
					Draw.of("Lengths", between, DRAWN).stream())
			.filter((length) -> length <= whole.journal.length)
			.distinct()
			.sorted()
			.toList();
	}

	@Test
	void bothSidesShareASecretEvenWhereAuthentikNeverShowsIt() {
		this.bench.authentikSuffers(TornJournalTests::hidingSecrets);
		WholeRun whole = wholeRun(Scene.UNTOUCHED);
		for (int length : whole.lineEnds()) {
			this.bench.bringBack(whole.states.get(whole.lineAt(length)));
			AnotherWizard wizard = AnotherWizard.in(this.bench.wizard(), journal(whole.firstBytes(length)));
			ApplyRun run = wizard.finishes(wizard.unfinished().orElseThrow(), Secret.none());

			assertThat(run.outcome()).as("finish after byte %d: %s", length, run.steps()).isEqualTo(RunOutcome.APPLIED);
			assertThat(this.bench.nas().sso().text("oidc_client_secret")).isNotEmpty()
				.isEqualTo(this.bench.clientSecret());
		}
	}

	private static LabHandler hidingSecrets(LabHandler authentik) {
		return (request) -> {
			LabResponse shown = authentik.handle(request);
			String hidden = shown.text().replaceAll("\"client_secret\": ?\"[^\"]*\"", "\"client_secret\":\"\"");
			return new LabResponse(shown.status(), shown.headers(), hidden.getBytes(StandardCharsets.UTF_8),
					shown.delivery());
		};
	}

	@Test
	void aLineThatIsDamagedInTheMiddleIsReportedAndNothingIsTouched() {
		WholeRun whole = wholeRun(Scene.ANOTHERS_SERVICE);
		Map<String, Object> now = this.bench.everything();
		List<String> lines = new String(whole.journal, StandardCharsets.UTF_8).lines().toList();
		for (int line = 0; line < lines.size() - 1; line++) {
			List<String> damaged = new ArrayList<>(lines);
			damaged.set(line, lines.get(line).substring(0, lines.get(line).length() / 2));
			AnotherWizard wizard = AnotherWizard.in(this.bench.wizard(),
					journal(String.join("\n", damaged).getBytes(StandardCharsets.UTF_8)));

			assertThat(wizard.applier().unreadable()).hasSize(1);
			assertUnreadable(wizard::apply);
		}
		assertThat(this.bench.everything()).isEqualTo(now);
	}

	private static void assertUnreadable(Runnable attempt) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(attempt::run)
			.satisfies((report) -> assertThat(report.problem().code()).isEqualTo("apply.journal-unreadable"));
	}

	private void leadsBack(Path folder, Map<String, Object> state, int length) {
		this.bench.bringBack(state);
		AnotherWizard wizard = AnotherWizard.in(this.bench.wizard(), folder);
		ApplyRun run = wizard.undoes(wizard.unfinished().orElseThrow(), Secret.of(Scene.FORMER_KEY));
		assertThat(run.outcome()).as("undo after byte %d: %s", length, run.steps()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).as("undo after byte %d", length).isEqualTo(this.before);
		this.recoveries++;
	}

	private void leadsForth(Path folder, Map<String, Object> state, int length) {
		this.bench.bringBack(state);
		AnotherWizard wizard = AnotherWizard.in(this.bench.wizard(), folder);
		ApplyRun run = wizard.finishes(wizard.unfinished().orElseThrow(), Secret.none());
		assertThat(run.outcome()).as("finish after byte %d: %s %s", length, run.problem(), run.steps())
			.isEqualTo(RunOutcome.APPLIED);
		assertThat(Scene.isReached(this.bench.wizard())).as("finish after byte %d", length).isTrue();
		this.recoveries++;
	}

	/** Applies a plan, looking at both systems whenever a line is about to be written. */
	private WholeRun wholeRun(Scene scene) {
		scene.arrange(this.bench);
		this.before = this.bench.everything();
		List<Map<String, Object>> states = new ArrayList<>(List.of(this.before));
		Path folder = this.temporary.resolve("whole");
		WatchedJournal journal = new WatchedJournal(AnotherWizard.journal(folder), (moment, step) -> {
			if (moment.isBeforeALine()) {
				states.add(this.bench.everything());
			}
		});
		ApplyRun run = AnotherWizard.with(this.bench.wizard(), journal).apply();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		states.add(this.bench.everything());
		return new WholeRun(JournalFiles.only(folder), states);
	}

	private Path journal(byte[] bytes) {
		Path folder = this.temporary.resolve("torn");
		JournalFiles.put(folder, bytes);
		return folder;
	}

	/**
	 * A run from its beginning to its end.
	 *
	 * @param journal its journal
	 * @param states both systems as they were when each line was written, and at the end
	 */
	private record WholeRun(byte[] journal, List<Map<String, Object>> states) {

		byte[] firstBytes(int length) {
			return Arrays.copyOf(this.journal, length);
		}

		List<Integer> lineEnds() {
			return IntStream.rangeClosed(1, this.journal.length)
				.filter((length) -> this.journal[length - 1] == '\n')
				.boxed()
				.toList();
		}

		/** The line that was being written, or was next. */
		int lineAt(int length) {
			int line = 0;
			for (int index = 0; index < length; index++) {
				line += (this.journal[index] == '\n') ? 1 : 0;
			}
			return line;
		}

	}

}
