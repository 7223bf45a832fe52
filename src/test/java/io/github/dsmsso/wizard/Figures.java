package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.dsmsso.lab.run.MavenConsole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Figures that a run of the tests produces: printed, and kept below
 * {@code target/figures}. The seed of what was drawn is told on the console.
 */
public final class Figures {

	private static final Logger logger = LoggerFactory.getLogger(Figures.class);

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Figures() {
	}

	/** Keeps figures under a name. */
	public static void keep(String name, Map<String, ?> figures) {
		String json = JSON.writeValueAsString(figures);
		logger.info("Figures {}: {}", name, json);
		if (figures.containsKey("seed")) {
			MavenConsole.say("Figures %s: drawn with -Dseed=%s, see target/figures/%s.json", name, figures.get("seed"),
					name);
		}
		try {
			Path folder = Files.createDirectories(Path.of("target", "figures"));
			Files.writeString(folder.resolve(name + ".json"), json + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
