package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans in a file, a line each, as {@code plan --output=json} prints them: what a person
 * has read is what {@code apply} makes, or it makes nothing.
 *
 * @param path its path, as it was typed
 * @param plans its lines
 */
record PlanFile(String path, List<JsonNode> plans) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Writes a file that its owner alone can read, whole or not at all.
	 * @throws CommandException where it cannot be written
	 */
	static void write(String path, List<Map<String, @Nullable Object>> plans) {
		try {
			Path file = Path.of(path).toAbsolutePath();
			Path fresh = Files.createTempFile(file.getParent(), ".plan", ".new", ownerOnly(file));
			try {
				Files.writeString(fresh, plans.stream().map(Console::line).collect(Collectors.joining()));
				Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(fresh);
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw new CommandException("The plan could not be written to " + path + ".");
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	/**
	 * Reads a file.
	 * @throws CommandException where it cannot be read, or is no such file
	 */
	static PlanFile read(String path) {
		try (Stream<String> lines = Files.lines(Path.of(path))) {
			List<JsonNode> plans = lines.filter((line) -> !line.isBlank()).map(JSON::readTree).toList();
			if (plans.stream()
				.anyMatch((plan) -> plan.path("version").asInt() != 1 || !plan.path("state").isString())) {
				throw noPlan(path);
			}
			return new PlanFile(path, plans);
		}
		catch (NoSuchFileException ex) {
			throw new CommandException("There is no file " + path + ". Write one with plan --out=FILE.");
		}
		catch (IOException | InvalidPathException ex) {
			throw new CommandException("The file " + path + " cannot be read.");
		}
		catch (JacksonException | UncheckedIOException ex) {
			throw noPlan(path);
		}
	}

	private static CommandException noPlan(String path) {
		return new CommandException(
				"The file " + path + " is not a plan of this wizard. Write one with plan --out=FILE.");
	}

	/**
	 * Makes sure that a plan is the one in the file.
	 * @throws CommandException where the file has none for this NAS, or another one
	 */
	void require(ConnectionEntry entry, Plan plan) {
		JsonNode planned = this.plans.stream()
			.filter((line) -> line.path("nas").asString().equals(entry.nas().address())
					&& line.path("authentik").asString().equals(entry.authentik().address()))
			.findFirst()
			.orElseThrow(() -> new CommandException("The file " + this.path + " has no plan for "
					+ entry.nas().address() + ". Nothing was changed. Make the plan again."));
		if (!planned.path("state").asString().equals(StateDigest.of(plan))) {
			throw new CommandException("What is in DSM or authentik, or what the connection file wishes, has changed "
					+ "since the plan was made. Nothing was changed. Make the plan again and read it.");
		}
	}

}
