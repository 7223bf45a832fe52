package io.github.dsmsso.lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Version;

/**
 * The OpenAPI description that authentik published with a release, in the folder that
 * lies beside the project and is not part of it.
 *
 * @param release the release the file was published with
 * @param path where it lies
 */
record SchemaFile(Version release, Path path) {

	private static final Path FOLDER = Path.of("..", "shared", "authentik");

	/**
	 * The file of a release: its own, else that of its line (there is one for each), else
	 * the newest older one. Empty where the folder is absent.
	 */
	static Optional<SchemaFile> of(Version release) {
		return all().stream()
			.filter((file) -> file.isOfTheLineOf(release) || file.release.compareTo(release) < 0)
			.max(Comparator.comparing(SchemaFile::release));
	}

	private static List<SchemaFile> all() {
		if (!Files.isDirectory(FOLDER)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> file.getFileName().toString().matches("openapi-.*\\.yaml"))
				.map((file) -> new SchemaFile(Version.parse(file.getFileName().toString()), file))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isOfTheLineOf(Version other) {
		return this.release.major() == other.major() && this.release.minor() == other.minor();
	}

	String text() {
		try {
			return Files.readString(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
