package io.github.dsmsso.wizard.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Writes what the checks found, in sentences for people and without them for machines.
 */
@Component
public class CheckFiles {

	private final SummaryTemplates templates;

	CheckFiles(SummaryTemplates templates) {
		this.templates = templates;
	}

	/** As Markdown, in the given language. */
	public String markdown(CheckFile file, Locale locale) {
		return this.templates.fill("export/checks.md", Map.of("file", file), locale);
	}

	/** As JSON, with stable names and what they are about instead of sentences. */
	public String json(CheckFile file) {
		return JsonSummary.JSON.writeValueAsString(new Document("dsm-sso-wizard/checks/1", false, file.namesHidden(),
				file.at().toString(), file.dsm(), file.authentik(), file.results().stream().map(Line::of).toList()))
				+ "\n";
	}

	/** The name of the file without its end: what it is and the day, but not of whom. */
	public String name(CheckFile file) {
		return "dsm-sso-checks-" + DateTimeFormatter.ISO_LOCAL_DATE.format(file.at().atOffset(ZoneOffset.UTC));
	}

	/**
	 * The file as a whole.
	 *
	 * @param format what this is
	 * @param containsSecrets always false
	 * @param namesHidden whether addresses, names and ids are pseudonyms
	 * @param at when the checks looked
	 * @param dsm release of DSM
	 * @param authentik release of authentik
	 * @param results one result a check
	 */
	private record Document(String format, boolean containsSecrets, boolean namesHidden, String at, String dsm,
			String authentik, List<Line> results) {

	}

	/**
	 * One result.
	 *
	 * @param check stable name of the check
	 * @param verdict how it ended
	 * @param finding stable name of what was found
	 * @param arguments what the finding names
	 * @param evidence what was seen
	 * @param followedBy stable names of checks whose results only follow from it
	 */
	private record Line(String check, String verdict, String finding, List<String> arguments, List<Value> evidence,
			List<String> followedBy) {

		static Line of(CheckFile.Result result) {
			return new Line(result.check(), result.verdict(), result.finding(), result.arguments(),
					result.evidence().stream().map((seen) -> new Value(seen.what(), seen.value())).toList(),
					result.following());
		}

	}

	/**
	 * Something that was seen.
	 *
	 * @param what its stable name
	 * @param value what it is
	 */
	private record Value(String what, String value) {

	}

}
