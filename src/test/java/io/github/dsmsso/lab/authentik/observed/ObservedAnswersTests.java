package io.github.dsmsso.lab.authentik.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.lab.run.MavenConsole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the simulator to what real instances answered, row by row, over its HTTPS. Where
 * it is known to answer otherwise the table says why, and such a row must not come true
 * unnoticed either.
 */
class ObservedAnswersTests {

	private static ObservedInstance instance;

	@BeforeAll
	static void start() {
		instance = new ObservedInstance();
	}

	@AfterAll
	static void stop() {
		instance.close();
	}

	@Test
	void theSimulatorAnswersAsRealInstancesDid() {
		List<ObservedAnswer> rows = ObservedAnswers.all();
		List<String> untrue = new ArrayList<>();
		int exchanges = 0;
		int different = 0;
		for (ObservedAnswer row : rows) {
			for (String release : row.releases()) {
				exchanges++;
				different += (row.difference() != null) ? 1 : 0;
				untrue.addAll(complaints(release, row));
			}
		}
		MavenConsole.say("Of authentik %d answers of real instances are known (%d rows): the simulator holds %d,"
				+ " and %d are known to differ", exchanges, rows.size(), exchanges - different, different);
		assertThat(untrue).isEmpty();
	}

	private static List<String> complaints(String release, ObservedAnswer row) {
		List<String> differences = instance.differences(release, row);
		if (row.difference() == null) {
			return differences.stream().map((difference) -> release + " " + row + ": " + difference).toList();
		}
		return differences.isEmpty() ? List.of(release + " " + row + " is said to differ, and does not") : List.of();
	}

	@Test
	void everyRowSaysWhereItIsKnownFromAndAsksForSomething() {
		assertThat(ObservedAnswers.all()).hasSizeGreaterThan(100).allSatisfy((row) -> {
			assertThat(row.releases()).as("%s", row).isNotEmpty();
			assertThat(row.source()).as("%s", row).isNotEmpty();
			assertThat(row.statuses()).as("%s", row).isNotEmpty();
		});
	}

	/** What the table would say if it were wrong, one thing at a time. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					status: 200                                           | the status should be 200 and is 403
					status: 403, headers: {Allow: 'POST, OPTIONS'}        | Allow should be POST, OPTIONS and is
					status: 403, headers: {X-authentik-id: <absent>}      | X-authentik-id should be <absent> and is
					status: 403, headers: {Retry-After: <present>}        | Retry-After should be <present> and is
					status: 403, answer: {detail: Token expired}          | /detail should be Token expired and is Token invalid/expired
					status: 403, answer: {detail: <number>}               | /detail should be <number> and is Token invalid/expired
					status: 403, answer: {}                               | /detail should be <absent> and is there
					status: 403, answer: {detail: <text>, code: <text>}   | /code should be <text> and is not there
					status: 403, answer: {detail: <absent>, and more: ''} | /detail should be <absent> and is there
					status: 403, answer: [<text>]                         | the body should be [<text>] and is {detail=Token
					status: 403, answer: ''                               | the body should be empty
					status: 403, contains: [No such token]                | the page should contain No such token
					status: 403, differs because: nobody looked           | is said to differ, and does not
					""")
	void aWrongRowIsFound(String answered, String complaint) {
		List<ObservedAnswer> wrong = ObservedAnswers.read("""
				rows:
				- {call: GET /api/v3/core/users/me/, as: Bearer nonsense, releases: [2025.12.4], %s}
				""".formatted(answered));
		assertThat(complaints("2025.12.4", wrong.get(0))).singleElement().asString().contains(complaint);
	}

	@Test
	void aListIsComparedElementByElement() {
		List<Object> list = List.of(java.util.Map.of("pk", 1), java.util.Map.of("pk", "two"));
		assertThat(AnswerShape.differences(List.of(java.util.Map.of("pk", "<number>")), list))
			.containsExactly("/1/pk should be <number> and is two");
		assertThat(AnswerShape.differences(List.of(java.util.Map.of("pk", "<number>")), List.of())).hasSize(1);
		assertThat(AnswerShape.differences(List.of("a", "b"), List.of("a", "c")))
			.containsExactly("/1 should be b and is c");
		assertThat(AnswerShape.differences(List.of("a", "b"), List.of("a"))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "<text>, text, true", "<text or null>, text, true", "<number or null>, text, false",
			"<like [a-z]{4}>, text, true", "<like [a-z]{3}>, text, false", "te…, text, true", "…x…, text, true",
			"…y…, text, false", "tex, text, false" })
	void aTextIsOfAKindOrAsItStands(String wanted, String text, boolean like) {
		assertThat(AnswerShape.differences(wanted, text).isEmpty()).isEqualTo(like);
	}

	@Test
	void everyKnownDifferenceHasAReason() {
		Stream<ObservedAnswer> different = ObservedAnswers.all().stream().filter((row) -> row.difference() != null);
		assertThat(different).isNotEmpty().allSatisfy((row) -> assertThat(row.difference()).hasSizeGreaterThan(20));
	}

}
