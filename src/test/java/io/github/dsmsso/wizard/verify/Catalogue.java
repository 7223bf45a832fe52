package io.github.dsmsso.wizard.verify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The causes that the wizard knows by name: every finding of a check that says what to
 * do.
 */
public final class Catalogue {

	private static final String PREFIX = "check.";

	private static final String SUFFIX = ".action";

	/** Said of any check that could not look; no cause of its own. */
	private static final String ANY = "any.";

	/** Shown while a sign-in is watched, and painted by {@link SignInWatchTests}. */
	private static final Set<String> OF_A_SIGN_IN = Set.of("sign-in.no-session", "sign-in.login-failed",
			"sign-in.configuration-error", "sign-in.property-mapping-exception");

	private Catalogue() {
	}

	/** The causes, as check and finding. */
	public static Set<String> rows() {
		return words().stringPropertyNames()
			.stream()
			.filter((key) -> key.startsWith(PREFIX) && key.endsWith(SUFFIX))
			.map((key) -> key.substring(PREFIX.length(), key.length() - SUFFIX.length()))
			.filter((row) -> !row.startsWith(ANY))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Those of them for which there is a fixture in which exactly they appear. */
	public static Set<String> covered() {
		Stream<String> painted = CheckTests.faults().map((row) -> row.get()[0] + "." + row.get()[1]);
		Set<String> covered = Stream.concat(painted, OF_A_SIGN_IN.stream())
			.collect(Collectors.toCollection(TreeSet::new));
		covered.retainAll(rows());
		return covered;
	}

	private static Properties words() {
		Properties words = new Properties();
		try (Reader reader = new InputStreamReader(Catalogue.class.getResourceAsStream("/messages/verify.properties"),
				StandardCharsets.UTF_8)) {
			words.load(reader);
			return words;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
