package io.github.dsmsso.wizard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps what {@code mvn -Pmutation} found, by package: how many mistakes were put into
 * it, how many of them its tests noticed, and which ones stayed. The name keeps it out of
 * {@code mvn verify}.
 */
class MutationScores {

	private static final int LEAST = 90;

	/** An error of the run itself is none of these: nobody knows what the tests say. */
	private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "NON_VIABLE");

	@Test
	void ofEveryPackageNineInTenMistakesAreNoticed() throws Exception {
		Map<String, Map<String, Object>> figures = new TreeMap<>();
		for (Path report : reports()) {
			figures.put(report.getParent().getFileName().toString(), figures(mutants(report)));
		}
		Figures.keep("mutation", figures);
		assertThat(figures).isNotEmpty()
			.allSatisfy(
					(name, found) -> assertThat((Double) found.get("score")).as(name).isGreaterThanOrEqualTo(LEAST));
	}

	private static List<Path> reports() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("target", "pit-reports"))) {
			return files.filter((file) -> file.endsWith("mutations.xml")).toList();
		}
	}

	private static List<Element> mutants(Path report) throws Exception {
		NodeList mutants = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(report.toFile())
			.getElementsByTagName("mutation");
		return IntStream.range(0, mutants.getLength()).mapToObj((i) -> (Element) mutants.item(i)).toList();
	}

	private static Map<String, Object> figures(List<Element> mutants) {
		List<Map<String, Object>> survivors = mutants.stream()
			.filter((mutant) -> !KILLED.contains(mutant.getAttribute("status")))
			.map(MutationScores::survivor)
			.toList();
		int killed = mutants.size() - survivors.size();
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("mutants", mutants.size());
		figures.put("killed", killed);
		figures.put("score", Math.floor(1000.0 * killed / mutants.size()) / 10);
		figures.put("survivors", survivors);
		return figures;
	}

	private static Map<String, Object> survivor(Element mutant) {
		Map<String, Object> survivor = new LinkedHashMap<>();
		survivor.put("class", lastPart(text(mutant, "mutatedClass")));
		survivor.put("method", text(mutant, "mutatedMethod"));
		survivor.put("line", Integer.valueOf(text(mutant, "lineNumber")));
		survivor.put("mutator", lastPart(text(mutant, "mutator")));
		return survivor;
	}

	private static String text(Element mutant, String name) {
		return mutant.getElementsByTagName(name).item(0).getTextContent();
	}

	private static String lastPart(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

}
