package io.github.dsmsso.lab.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;

/**
 * The facts that lie in the repository: what the wizard and the laboratory depend on, of
 * all that is published. {@code FactsGenerator} takes them from the descriptions.
 */
public final class Facts implements Publications {

	public static final String FILE = "published-facts.tsv";

	private static final Facts COMMITTED = parse(committedText());

	private final Map<Published, FactTable> tables = new EnumMap<>(Published.class);

	private Facts() {
	}

	/** What lies in the repository. */
	public static Facts committed() {
		return COMMITTED;
	}

	public static String committedText() {
		try (InputStream file = Objects.requireNonNull(Facts.class.getResourceAsStream(FILE))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads what {@code FactsGenerator} has written. */
	static Facts parse(String text) {
		Facts facts = new Facts();
		for (String part : text.split("(?m)^\\[")) {
			for (Published kind : Published.values()) {
				if (part.startsWith(kind.title() + "]")) {
					List<String> lines = new ArrayList<>(part.lines().toList());
					Releases releases = Releases.parse(lines.remove(0).substring(kind.title().length() + 1));
					facts.tables.put(kind, FactTable.parse(releases, lines));
				}
			}
		}
		return facts;
	}

	@Override
	public Releases releases(Published kind) {
		return table(kind).releases();
	}

	/** What holds in a release that has words of this kind. */
	public List<Fact> of(Published kind, Version release) {
		return table(kind).of(release);
	}

	@Override
	public JsonNode read(Published kind, Version release) {
		return kind.describe(of(kind, release));
	}

	private FactTable table(Published kind) {
		return Objects.requireNonNull(this.tables.get(kind), kind.title());
	}

}
