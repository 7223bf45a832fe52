package io.github.dsmsso.wizard;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the wizard's own settings together: what the code reads, what the configuration
 * metadata tells an editor, and what the documentation tells people.
 */
class SettingsTests {

	private static final Path DOCUMENTATION = Path.of("src", "docs", "settings.md");

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `(wizard\\.[a-z.-]+)` \\| (?:`([^`]+)`|none) \\| \\S.{20,} \\|$");

	private static final Pattern NAME = Pattern
		.compile("\\bwizard\\.(?:access|apply|http|offers)(?:\\.[a-z][a-z-]*)?\\b");

	private static final Pattern VARIABLE = Pattern.compile("\\bWIZARD_(?:ACCESS|APPLY|HTTP|OFFERS)[A-Z_]*\\b");

	/** What the code reads. */
	private static final Set<String> SETTINGS = settings();

	@ParameterizedTest
	@FieldSource("SETTINGS")
	void theMetadataHasATypeAndADescriptionOfEach(String setting) throws Exception {
		assertThat(metadata()).containsKey(setting);
		JsonNode entry = metadata().get(setting);
		assertThat(entry.path("type").asString()).isNotBlank();
		assertThat(entry.path("description").asString()).hasSizeGreaterThan(20);
	}

	@ParameterizedTest
	@FieldSource("SETTINGS")
	void theDocumentationHasARowWithTheDefaultOfEach(String setting) throws Exception {
		assertThat(rows()).containsKey(setting);
		assertThat(rows().get(setting)).isEqualTo(metadata().get(setting).path("defaultValue").asString(""));
	}

	@Test
	void nothingElseIsInTheMetadataOrTheDocumentation() throws Exception {
		assertThat(metadata().keySet()).isEqualTo(SETTINGS);
		assertThat(rows().keySet()).isEqualTo(SETTINGS);
	}

	/** Also those that a message names, or a file for Docker sets. */
	@Test
	void noFileNamesASettingThatDoesNotExist() throws IOException {
		Set<String> named = new TreeSet<>();
		for (Path file : filesThatPeopleReadOrRun()) {
			String text = Files.readString(file);
			matches(NAME, text).filter((name) -> SETTINGS.stream().noneMatch((setting) -> isAbout(setting, name)))
				.forEach((name) -> named.add(name + " in " + file));
			matches(VARIABLE, text)
				.filter((name) -> SETTINGS.stream().map(SettingsTests::variable).noneMatch(name::equals))
				.forEach((name) -> named.add(name + " in " + file));
		}
		assertThat(named).isEmpty();
	}

	/** Whether a name is that of a setting, or of the group that it belongs to. */
	private static boolean isAbout(String setting, String name) {
		return setting.equals(name) || setting.startsWith(name + ".");
	}

	private static String variable(String setting) {
		return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
	}

	private static Set<String> settings() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		Set<String> settings = new TreeSet<>();
		scanner.findCandidateComponents("io.github.dsmsso.wizard")
			.forEach((found) -> settings.addAll(settingsOf(found.getBeanClassName())));
		assertThat(settings).hasSizeGreaterThan(7);
		return settings;
	}

	private static List<String> settingsOf(String record) {
		try {
			Class<?> type = Class.forName(record);
			String prefix = type.getAnnotation(ConfigurationProperties.class).value();
			return Arrays.stream(type.getRecordComponents())
				.map(RecordComponent::getName)
				.map((name) -> prefix + "." + DataObjectPropertyName.toDashedForm(name))
				.toList();
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, JsonNode> metadata() throws URISyntaxException {
		Path classes = Path
			.of(DsmSsoWizardApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		JsonNode all = JsonMapper.shared()
			.readTree(classes.resolve("META-INF").resolve("spring-configuration-metadata.json").toFile());
		Map<String, JsonNode> metadata = new TreeMap<>();
		all.path("properties").forEach((entry) -> metadata.put(entry.path("name").asString(), entry));
		return metadata;
	}

	/** By setting the default, or an empty text. */
	private static Map<String, String> rows() throws IOException {
		Map<String, String> rows = new TreeMap<>();
		ROW.matcher(Files.readString(DOCUMENTATION))
			.results()
			.forEach((row) -> rows.put(row.group(1), (row.group(2) != null) ? row.group(2) : ""));
		return rows;
	}

	private static List<Path> filesThatPeopleReadOrRun() throws IOException {
		try (Stream<Path> code = Files.walk(Path.of("src", "main"));
				Stream<Path> docs = Files.walk(Path.of("src", "docs"));
				Stream<Path> docker = Files.walk(Path.of("docker"))) {
			return Stream.of(code, docs, docker, Stream.of(Path.of("README.md")))
				.flatMap((files) -> files)
				.filter((file) -> Files.isRegularFile(file) && !file.toString().endsWith(".png"))
				.toList();
		}
	}

	private static Stream<String> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(MatchResult::group);
	}

}
