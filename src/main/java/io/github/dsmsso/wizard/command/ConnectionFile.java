package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a command is about: a file of YAML that a person keeps and that holds no secret.
 *
 * @param version version of this form: 1
 * @param nas one NAS, or a list of them
 * @param authentik the authentik of all of them
 * @param application slug of the application that stands for the NAS, where there is one
 * NAS; null to find it by what DSM holds
 * @param wish what is wished for each NAS that has no wish of its own
 */
record ConnectionFile(int version,
		@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<NasEntry> nas,
		AuthentikEntry authentik, @Nullable String application, @Nullable Wish wish) {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/**
	 * Reads a file.
	 * @param path its path, as it was typed
	 * @throws CommandException where it cannot be read, or is no such file
	 */
	static ConnectionFile read(String path) {
		try {
			Path file = Path.of(path);
			return YAML.readValue(Files.readString(file), ConnectionFile.class).checked(path);
		}
		catch (InvalidPathException ex) {
			throw new CommandException("--connection is not the path of a file.");
		}
		catch (NoSuchFileException ex) {
			throw new CommandException("There is no file " + path + ".");
		}
		catch (IOException ex) {
			throw new CommandException("The file " + path + " cannot be read.");
		}
		catch (JacksonException ex) {
			throw new CommandException("The file " + path + " is not a connection file: " + where(ex));
		}
	}

	/** Where it went wrong, without a word of what is in the file. */
	private static String where(JacksonException failure) {
		String place = (failure.getLocation() != null) ? "line " + failure.getLocation().getLineNr() : "no YAML";
		return failure.getPathReference().isEmpty() ? place : place + ", " + failure.getPathReference();
	}

	private ConnectionFile checked(String path) {
		if (this.version != 1) {
			throw new CommandException("The file " + path + " has version " + this.version + "; this wizard reads 1.");
		}
		boolean complete = this.nas != null && !this.nas.isEmpty() && this.nas.stream().allMatch(NasEntry::isComplete)
				&& this.authentik != null && this.authentik.isComplete();
		if (!complete) {
			throw new CommandException("The file " + path
					+ " needs nas.address, nas.account and authentik.address. The guide “On the command line” shows one.");
		}
		if (this.application != null && this.nas.size() > 1) {
			throw new CommandException("In the file " + path
					+ ", each NAS needs an application of its own: write the slug below the NAS, not below all of them.");
		}
		return this;
	}

	/** Each NAS with what goes for all of them. */
	List<ConnectionEntry> entries() {
		return this.nas.stream().map(this::entry).toList();
	}

	private ConnectionEntry entry(NasEntry one) {
		Wish wished = (one.wish() != null) ? one.wish() : this.wish;
		return new ConnectionEntry(one, this.authentik,
				(one.application() != null) ? one.application() : this.application,
				(wished != null) ? wished : Wish.NONE);
	}

}
