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
 * breaks a rule and the other none. There are thirty known mistakes, and one (31) that
 * was found to be missing.
 * <ul>
 * <li>Each of {@link BadVariant} shows in the matrix.
 * <li>Seven show elsewhere, and the test that finds them stands beside the one for the
 * wizard as it is: a journal that is not forced onto the disk (11) in
 * {@link JournalTests}; SSO by default whose three minutes go by the clock on the wall
 * (19) in {@link DefaultLoginTrialTests}, and that is switched on without proof (20) or
 * kept by a click alone (21) in {@code DefaultLoginGateTests}; a certificate that is
 * looked at in the first handshake only (24) in {@code PeerTrustTests}; a host that is
 * checked after the session (25) in {@code SetupCodePageTests}; a setup code that opens
 * again (26) in {@code SetupCodesTests}.
 * <li>One does not fit: {@code applied: false} taken for success (3) is what authentik
 * answers to the import of a blueprint, and the wizard imports none.
 * </ul>
 * <p>
 * Two fit with a limit. Of 21: the word of an administrator who says to have signed in
 * does keep SSO by default, on purpose, for not every authentik logs sign-ins. Of 27:
 * what authentik's log says of a sign-in is shown, on purpose, as evidence; what a peer
 * writes into a refusal is not.
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
		Figures.keep("known-bad-variants",
				Map.of("tried-in-the-matrix", BadVariant.values().length, "caught-by-the-matrix", CAUGHT.size()));
	}

	@ParameterizedTest
	@EnumSource(BadVariant.class)
	void aWizardWithThatMistakeIsCaught(BadVariant variant) {
		List<Cell> cells = CELLS.get(variant.before()).stream().filter(variant::showsIn).toList();
		assertThat(violations(variant::exchange, cells)).anyMatch(variant.rule()::isBrokenIn);
		assertThat(violations(Variant.NONE, cells)).isEmpty();
		CAUGHT.add(variant.number());
	}

	private static List<String> violations(Variant variant, List<Cell> cells) {
		try (LogCapture log = LogCapture.at(Level.INFO)) {
			return new FaultMatrix(variant).run(cells).stream().map(Verdict::violations).flatMap(List::stream).toList();
		}
	}

}
