package io.github.dsmsso.lab.authentik.observed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The table of what real instances answered. */
final class ObservedAnswers {

	/** As many texts as a row may repeat by name. */
	private static final int MOST_ALIASES = 1000;

	private static final String FILE = "/io/github/dsmsso/lab/authentik/observed-answers.yaml";

	private ObservedAnswers() {
	}

	static List<ObservedAnswer> all() {
		try (InputStream file = Objects.requireNonNull(ObservedAnswers.class.getResourceAsStream(FILE))) {
			return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The rows of a table in YAML. */
	static List<ObservedAnswer> read(String yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(MOST_ALIASES);
		Map<String, List<Map<?, ?>>> table = new Yaml(new SafeConstructor(options)).load(yaml);
		return Objects.requireNonNull(table.get("rows")).stream().map(ObservedAnswer::of).toList();
	}

}
