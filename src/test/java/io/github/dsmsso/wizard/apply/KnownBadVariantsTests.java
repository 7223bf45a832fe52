package io.github.dsmsso.wizard.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.apply.FaultMatrix.Variant;
import io.github.dsmsso.wizard.apply.FaultMatrix.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The matrix tells wizards with a mistake from one without: in the same cells the one
 * breaks a rule and the other none.
 */
class KnownBadVariantsTests {

	private static final Map<BeforeState, List<Cell>> CELLS = new EnumMap<>(BeforeState.class);

	private static final List<Integer> CAUGHT = new ArrayList<>();

	@BeforeAll
	static void generate() {
		try (Bench bench = new FaultMatrix(Variant.NONE).bench()) {
			for (BeforeState before : Arrays.stream(BadVariant.values()).map(BadVariant::before).distinct().toList()) {
				CELLS.put(before, FaultMatrix.cells(before, bench));
			}
		}
	}

	@AfterAll
	static void keepFigures() {
		Figures.keep("known-bad-variants", Map.of("tried", BadVariant.values().length, "caught", CAUGHT.size()));
	}

	@ParameterizedTest
	@EnumSource(BadVariant.class)
	void aWizardWithThatMistakeIsCaught(BadVariant variant) {
		List<Cell> cells = CELLS.get(variant.before()).stream().filter(variant::showsIn).toList();
		assertThat(violations(variant::exchange, cells)).anyMatch((text) -> text.startsWith(variant.rule() + " "));
		assertThat(violations(Variant.NONE, cells)).isEmpty();
		CAUGHT.add(variant.number());
	}

	private static List<String> violations(Variant variant, List<Cell> cells) {
		try (LogCapture log = LogCapture.at(Level.INFO)) {
			return new FaultMatrix(variant).run(cells).stream().map(Verdict::violations).flatMap(List::stream).toList();
		}
	}

}
