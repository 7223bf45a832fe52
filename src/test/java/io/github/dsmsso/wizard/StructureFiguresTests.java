package io.github.dsmsso.wizard;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How large the parts of the code are, and whether any of them hang together in circles,
 * told of the wizard and of its laboratory.
 */
class StructureFiguresTests {

	private static final String ROOT = "io.github.dsmsso";

	private final Map<String, TypeGraph> graphs = Map.of("main",
			TypeGraph.of(ROOT, new ImportOption.DoNotIncludeTests()), "lab",
			TypeGraph.of(ROOT + ".lab", (location) -> true));

	private final Map<String, CodeLines> lines = Map.of("main", CodeLines.below(Path.of("src", "main", "java")), "lab",
			CodeLines.below(Path.of("src", "test", "java", "io", "github", "dsmsso", "lab")));

	@Test
	void structureIsToldInFigures() {
		Set<String> shared = new TreeSet<>(this.graphs.get("main").names());
		shared.retainAll(this.graphs.get("lab").names());
		Map<String, Object> figures = new TreeMap<>();
		figures.put("largest package", each(this.graphs, TypeGraph::largestPackage));
		figures.put("class circles", each(this.graphs, StructureFiguresTests::circles));
		figures.put("shared names", new TreeMap<>(Map.of("number", shared.size(), "names", shared)));
		figures.put("code lines of a class", each(this.lines, CodeLines::ofClasses));
		figures.put("code lines of a method", each(this.lines, CodeLines::ofMethods));
		Figures.keep("structure", figures);

		assertThat(this.graphs.values()).allSatisfy((graph) -> assertThat(graph.names()).hasSizeGreaterThan(100));
	}

	private static <T> Map<String, Object> each(Map<String, T> parts, Function<T, Object> figure) {
		Map<String, Object> figures = new TreeMap<>();
		parts.forEach((name, part) -> figures.put(name, figure.apply(part)));
		return figures;
	}

	private static Map<String, ?> circles(TypeGraph graph) {
		List<Set<String>> circles = graph.circles();
		return new TreeMap<>(Map.of("number", circles.size(), "largest",
				circles.stream().mapToInt(Collection::size).max().orElse(0), "names", circles));
	}

}
