package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.dsmsso.wizard.plan.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that hold the journal to its format. An entry that was written when the format
 * was made lies beside them. Whoever changes what an entry holds, be it by a field of a
 * plan, raises {@link JournalEntry#FORMAT} and puts an entry of the new format there: a
 * wizard that was replaced by a newer one then says that it cannot read what was left,
 * instead of reading it wrongly.
 */
class JournalFormatTests {

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	private Path temporary;

	@Test
	void everyKindOfChangeHasItsNameInTheFormat() {
		assertThat(JournalJson.Kinds.class.getAnnotation(JsonSubTypes.class).value())
			.extracting(JsonSubTypes.Type::value)
			.containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
	}

	@Test
	void whatIsWrittenHasExactlyTheFieldsOfTheFormat() throws IOException {
		try (RestartBench bench = new RestartBench()) {
			Scene.ANOTHERS_SERVICE.arrange(bench);
			Path folder = this.temporary.resolve("journal");
			AnotherWizard.in(bench.wizard(), folder).apply();

			assertThat(fields(JournalFiles.only(folder))).isEqualTo(fields(entryOfTheFormat()));
		}
	}

	@Test
	void anEntryOfTheFormatIsRead() throws IOException {
		UnfinishedRun run = JournalReading.of(entryOfTheFormat()).orElseThrow();

		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(run.begun()).isEqualTo(Steps.count(run.record().plan()));
		assertThat(run.record().startedAt()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
		assertThat(run.record().nas().address()).hasToString("https://nas.example:5001");
		assertThat(run.record().plan().writes()).hasSize(8);
		assertThat(run.objects().providerPk()).isPositive();
		assertThat(run.objects().applicationPk()).isNotEmpty();
		assertThat(run.objects().signingKeyPk()).isNotEmpty();
		assertThat(run.objects().scopeMappingPk()).isNotEmpty();
		assertThat(run.objects().bindings()).hasSize(1);
	}

	private static byte[] entryOfTheFormat() throws IOException {
		String name = "format-" + JournalEntry.FORMAT + FileJournal.ENTRY;
		try (InputStream entry = JournalFormatTests.class.getResourceAsStream(name)) {
			return entry.readAllBytes();
		}
	}

	/** The paths of all values; where in a list one stands does not matter. */
	private static Set<String> fields(byte[] entry) {
		Set<String> fields = new TreeSet<>();
		new String(entry, StandardCharsets.UTF_8).lines().forEach((line) -> collect("", JSON.readTree(line), fields));
		return fields;
	}

	private static void collect(String path, JsonNode node, Set<String> fields) {
		if (node.isArray()) {
			node.forEach((element) -> collect(path + "[]", element, fields));
		}
		else if (node.isObject()) {
			node.forEachEntry((name, value) -> collect(path + "/" + name, value, fields));
		}
		else {
			fields.add(path);
		}
	}

}
