package io.github.dsmsso.lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.wizard.shared.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What authentik and others have published of themselves, in the folder that lies beside
 * the project and is not part of it.
 */
public final class PublishedFolder implements Publications {

	private static final Path FOLDER = Path.of("..", "shared");

	/** Reads JSON as well. */
	private static final YAMLMapper YAML = YAMLMapper.builder().build();

	private PublishedFolder() {
	}

	/** Empty where the folder is absent. */
	public static Optional<PublishedFolder> find() {
		boolean isThere = Arrays.stream(Published.values())
			.allMatch((kind) -> Files.isDirectory(FOLDER.resolve(kind.folder())));
		return isThere ? Optional.of(new PublishedFolder()) : Optional.empty();
	}

	/** Those that the laboratory's releases are held against. */
	@Override
	public Releases releases(Published kind) {
		Releases all = new Releases(files(kind).map((file) -> release(kind, file)).toList());
		return new Releases(AuthentikVersion.all()
			.stream()
			.flatMap((played) -> all.standingFor(Version.parse(played.number())).stream())
			.distinct()
			.toList());
	}

	@Override
	public JsonNode read(Published kind, Version release) {
		return YAML.readTree(text(kind, release));
	}

	/** The words of a release to the letter. */
	String text(Published kind, Version release) {
		try {
			return Files.readString(
					files(kind).filter((file) -> release(kind, file).equals(release)).findFirst().orElseThrow());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> files(Published kind) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(kind.folder()))) {
			return files.filter((file) -> file.getFileName().toString().matches(kind.files())).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Version release(Published kind, Path file) {
		return kind.release(file.getFileName().toString());
	}

}
