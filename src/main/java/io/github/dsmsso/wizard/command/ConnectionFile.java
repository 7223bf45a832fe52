package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a command is about: a file of YAML that a person keeps and that holds no secret.
 *
 * @param version version of this form: 1
 * @param nas the NAS
 * @param authentik authentik
 * @param application slug of the application that stands for DSM; null to find it by what
 * DSM holds
 */
record ConnectionFile(int version, Nas nas, Server authentik, @Nullable String application) {

	private static final YAMLMapper YAML = YAMLMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/**
	 * Reads a file.
	 * @throws CommandException where it cannot be read, or is no such file
	 */
	static ConnectionFile read(Path file) {
		try {
			return YAML.readValue(Files.readString(file), ConnectionFile.class).checked(file);
		}
		catch (NoSuchFileException ex) {
			throw new CommandException("There is no file " + file + ".");
		}
		catch (IOException ex) {
			throw new CommandException("The file " + file + " cannot be read.");
		}
		catch (JacksonException ex) {
			throw new CommandException("The file " + file + " is not a connection file: " + where(ex));
		}
	}

	/** Where it went wrong, without a word of what is in the file. */
	private static String where(JacksonException failure) {
		String place = (failure.getLocation() != null) ? "line " + failure.getLocation().getLineNr() : "no YAML";
		return failure.getPathReference().isEmpty() ? place : place + ", " + failure.getPathReference();
	}

	private ConnectionFile checked(Path file) {
		if (this.version != 1) {
			throw new CommandException("The file " + file + " has version " + this.version + "; this wizard reads 1.");
		}
		if (this.nas == null || this.nas.address == null || this.nas.account == null || this.authentik == null
				|| this.authentik.address == null) {
			throw new CommandException("The file " + file
					+ " needs nas.address, nas.account and authentik.address. The guide “On the command line” shows one.");
		}
		return this;
	}

	Peer nasPeer() {
		return peer(this.nas.address, this.nas.certificate);
	}

	Peer authentikPeer() {
		return peer(this.authentik.address, this.authentik.certificate);
	}

	private static Peer peer(String address, @Nullable String certificate) {
		return new Peer(BaseUrl.parse(address),
				(certificate != null) ? TlsTrust.in(new Fingerprint(certificate)) : TlsTrust.publicAuthorities());
	}

	/**
	 * The NAS.
	 *
	 * @param address where it is
	 * @param certificate the SHA-256 of the certificate that is accepted; null to trust
	 * the public authorities
	 * @param account the DSM account that signs in
	 * @param passwordFrom the name of the variable that holds its password, where it is
	 * not {@code DSM_PASSWORD}
	 */
	record Nas(String address, @Nullable String certificate, String account,
			@JsonProperty("password-from") @Nullable String passwordFrom) {

		/** The name of the variable that holds the password. */
		String passwordVariable() {
			return (this.passwordFrom != null) ? this.passwordFrom : "DSM_PASSWORD";
		}

	}

	/**
	 * authentik.
	 *
	 * @param address where it is
	 * @param certificate the SHA-256 of the certificate that is accepted; null to trust
	 * the public authorities
	 * @param tokenFrom the name of the variable that holds the token, where it is not
	 * {@code AUTHENTIK_TOKEN}
	 */
	record Server(String address, @Nullable String certificate,
			@JsonProperty("token-from") @Nullable String tokenFrom) {

		/** The name of the variable that holds the token. */
		String tokenVariable() {
			return (this.tokenFrom != null) ? this.tokenFrom : "AUTHENTIK_TOKEN";
		}

	}

}
