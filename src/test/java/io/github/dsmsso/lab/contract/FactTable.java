package io.github.dsmsso.lab.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.shared.Version;

/** Which facts hold in which releases. */
public final class FactTable {

	private static final Comparator<Entry<Fact, SortedSet<Version>>> ORDER = Comparator
		.comparing((Entry<Fact, SortedSet<Version>> line) -> line.getKey().subject())
		.thenComparing((line) -> line.getKey().name())
		.thenComparing((line) -> line.getValue().first());

	private final Releases releases;

	private final Map<Fact, SortedSet<Version>> facts = new TreeMap<>();

	private FactTable(Releases releases) {
		this.releases = releases;
	}

	/** A table of what is known of each release. */
	public static FactTable of(Releases releases, Function<Version, Collection<Fact>> facts) {
		FactTable table = new FactTable(releases);
		for (Version release : releases.all()) {
			facts.apply(release)
				.forEach((fact) -> table.facts.computeIfAbsent(fact, (first) -> new TreeSet<>()).add(release));
		}
		return table;
	}

	/** What {@link #lines()} has written. */
	static FactTable parse(Releases releases, List<String> lines) {
		FactTable table = new FactTable(releases);
		for (String line : lines) {
			String[] cells = line.split("\t", -1);
			table.facts.put(new Fact(cells[0], cells[1], cells[3]), releases.within(cells[2]));
		}
		return table;
	}

	Releases releases() {
		return this.releases;
	}

	/** What holds in a release of the table. */
	public List<Fact> of(Version release) {
		return this.facts.entrySet()
			.stream()
			.filter((line) -> line.getValue().contains(release))
			.map(Entry::getKey)
			.toList();
	}

	/** Subject, name, releases and value of each fact, with tabs between them. */
	public String lines() {
		return this.facts.entrySet().stream().sorted(ORDER).map(this::line).collect(Collectors.joining());
	}

	private String line(Entry<Fact, SortedSet<Version>> line) {
		Fact fact = line.getKey();
		return String.join("\t", fact.subject(), fact.name(), this.releases.spans(line.getValue()), fact.value())
				+ "\n";
	}

}
