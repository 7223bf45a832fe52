package io.github.dsmsso.lab.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Version;

/**
 * The releases of which something is published, oldest first, and some of them in few
 * words.
 *
 * @param all their exact numbers
 */
public record Releases(List<Version> all) {

	private static final String TO = "..";

	public Releases {
		all = all.stream().sorted().toList();
	}

	static Releases parse(String numbers) {
		return new Releases(words(numbers).map(Version::parse).toList());
	}

	/**
	 * The one whose words hold for a release: itself, else that of its line (there is one
	 * for each), else the newest older one. Empty where all of them are newer.
	 */
	Optional<Version> standingFor(Version release) {
		return this.all.stream()
			.filter((one) -> isOfOneLine(one, release) || one.compareTo(release) < 0)
			.max(Comparator.naturalOrder());
	}

	boolean haveLineOf(Version release) {
		return this.all.stream().anyMatch((one) -> isOfOneLine(one, release));
	}

	Version newest() {
		return this.all.get(this.all.size() - 1);
	}

	private static boolean isOfOneLine(Version one, Version other) {
		return one.major() == other.major() && one.minor() == other.minor();
	}

	/**
	 * Some of the releases as {@code 2024.2.4..2025.8.6 2026.5.6..}, which has no end
	 * because the newest is among them; empty for all.
	 */
	String spans(Collection<Version> some) {
		List<String> spans = new ArrayList<>();
		int start = 0;
		while (start < this.all.size()) {
			int end = start;
			while (end < this.all.size() && some.contains(this.all.get(end))) {
				end++;
			}
			if (end > start) {
				spans.add(span(start, end));
			}
			start = end + 1;
		}
		return (some.size() < this.all.size()) ? String.join(" ", spans) : "";
	}

	private String span(int start, int end) {
		return this.all.get(start) + TO + ((end < this.all.size()) ? this.all.get(end - 1) : "");
	}

	/** What {@link #spans} has written. */
	SortedSet<Version> within(String spans) {
		return spans.isEmpty() ? new TreeSet<>(this.all)
				: words(spans).flatMap(this::among).collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<Version> among(String span) {
		int to = span.indexOf(TO);
		Version first = Version.parse(span.substring(0, to));
		Version last = span.endsWith(TO) ? newest() : Version.parse(span.substring(to));
		return this.all.stream().filter((one) -> one.compareTo(first) >= 0 && one.compareTo(last) <= 0);
	}

	private static Stream<String> words(String text) {
		return Stream.of(text.strip().split(" "));
	}

	@Override
	public String toString() {
		return this.all.stream().map(Version::toString).collect(Collectors.joining(" "));
	}

}
