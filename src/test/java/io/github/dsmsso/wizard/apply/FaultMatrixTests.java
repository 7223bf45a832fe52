package io.github.dsmsso.wizard.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.apply.FaultMatrix.Variant;
import io.github.dsmsso.wizard.apply.FaultMatrix.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every call with every fault from every before-state, of which a run draws some.
 */
@Tag("long")
class FaultMatrixTests {

	private static final int DRAWN = 600;

	/** So many of the cells are walked through once more with the log at its loudest. */
	private static final int LOUD = 12;

	private static final FaultMatrix MATRIX = new FaultMatrix(Variant.NONE);

	private static final List<Cell> CELLS = new ArrayList<>();

	@BeforeAll
	static void generate() {
		try (Bench bench = MATRIX.bench()) {
			for (BeforeState before : BeforeState.values()) {
				CELLS.addAll(FaultMatrix.cells(before, bench));
			}
		}
	}

	@Test
	void whateverGoesWrongItIsDoneOrAsBeforeOrExactlyReported() {
		List<Verdict> verdicts = verdicts();
		keepFigures(verdicts);
		assertThat(verdicts.stream().filter((verdict) -> !verdict.isSound())).isEmpty();
	}

	private static List<Verdict> verdicts() {
		try (LogCapture log = LogCapture.at(Level.INFO)) {
			return MATRIX.run(Draw.of("Cells", CELLS, DRAWN));
		}
	}

	/** On one bench alone, for the log is of the whole process. */
	@Test
	void noSecretIsToldHoweverLoudTheLog() {
		List<Cell> cells = IntStream.range(0, LOUD).mapToObj((cell) -> CELLS.get(cell * CELLS.size() / LOUD)).toList();
		try (Bench bench = MATRIX.bench(); LogCapture log = LogCapture.at(Level.TRACE)) {
			assertThat(cells).extracting((cell) -> FaultMatrix.verdict(cell, bench)).allMatch(Verdict::isSound);
		}
	}

	private static void keepFigures(List<Verdict> verdicts) {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("call sites",
				CELLS.stream().flatMap((cell) -> Stream.ofNullable(cell.mishap().place())).distinct().count());
		figures.put("faults", Fault.values().length);
		figures.put("before-states", BeforeState.values().length);
		figures.put("cells in the catalogue", CELLS.size());
		figures.put("cells run", verdicts.size());
		figures.put("sound", verdicts.stream().filter(Verdict::isSound).count());
		figures.put("ended", verdicts.stream()
			.collect(Collectors.groupingBy(Verdict::terminal, TreeMap::new, Collectors.counting())));
		Figures.keep("faults", figures);
	}

}
