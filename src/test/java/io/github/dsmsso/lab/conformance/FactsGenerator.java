package io.github.dsmsso.lab.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.contract.FactTable;
import io.github.dsmsso.lab.contract.Facts;
import io.github.dsmsso.lab.contract.Publications;
import io.github.dsmsso.lab.contract.Published;
import io.github.dsmsso.lab.contract.Releases;

/**
 * Takes the facts from the descriptions that lie beside the project. To be run where they
 * have changed, or where the laboratory plays more than before:
 * {@code mvn test -Dtest=FactsTests -Dfacts=write}.
 */
final class FactsGenerator {

	private static final Path FILE = Path.of("src", "test", "resources", "io", "github", "dsmsso", "lab", "contract",
			Facts.FILE);

	private static final String HEAD = """
			# What authentik (schema.yml and blueprints/schema.json of its releases) and the providers for OpenTofu
			# (tofu providers schema) publish of themselves, as far as the wizard and the laboratory depend on it.
			# Made by FactsGenerator, which says how. Each line has, with tabs between them: what it is about; a part
			# of it, with an exclamation mark where it is required, or with one of the choices that it has; the
			# releases (from..to, all of them where none is named); and what is allowed there.
			""";

	private FactsGenerator() {
	}

	/** The file that these publications lead to. */
	static String text(Publications publications) {
		return HEAD + Arrays.stream(Published.values())
			.map((kind) -> section(kind, publications))
			.collect(Collectors.joining());
	}

	private static String section(Published kind, Publications publications) {
		Releases releases = publications.releases(kind);
		FactTable table = FactTable.of(releases,
				(release) -> kind.facts(publications.read(kind, release), PlayedOperations::include));
		return "[" + kind.title() + "] " + releases + "\n" + table.lines();
	}

	static void write(Publications publications) throws IOException {
		Files.writeString(FILE, text(publications));
	}

}
