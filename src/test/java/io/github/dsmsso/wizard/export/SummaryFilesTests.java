package io.github.dsmsso.wizard.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.wizard.export.Summary.Actors;
import io.github.dsmsso.wizard.export.Summary.CheckLine;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.export.Summary.Point;
import io.github.dsmsso.wizard.export.Summary.Point.Kind;
import io.github.dsmsso.wizard.export.Summary.Server;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Operation;
import io.github.dsmsso.wizard.plan.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The summaries to the letter, as somebody keeps them. What the wizard writes now stands
 * in {@code target/summaries}, from where it is taken over when a change is wanted.
 */
class SummaryFilesTests {

	private static final Path WRITTEN = Path.of("target", "summaries");

	private static final Instant AT = Instant.parse("2026-11-28T20:15:00Z");

	private static final Actors ACTORS = new Actors("setup-admin", "akadmin");

	private static final Server NAS = new Server("https://nas.example:5001", "DS923+, DSM 7.2.2-72806");

	private static final Server AUTHENTIK = new Server("https://auth.example/", "2026.5.1");

	private static final String REDIRECT = "https://nas.example:5001";

	@ParameterizedTest
	@EnumSource
	void thatForPeople(Kept kept) {
		assertThatItIsAsKept(kept, Formats.markdown());
	}

	@ParameterizedTest
	@EnumSource
	void thatForABrowser(Kept kept) {
		assertThatItIsAsKept(kept, Formats.html());
	}

	@ParameterizedTest
	@EnumSource
	void thatForMachines(Kept kept) {
		assertThatItIsAsKept(kept, new JsonSummary());
	}

	private static void assertThatItIsAsKept(Kept kept, SummaryFormat format) {
		String name = kept.name().toLowerCase(Locale.ROOT) + "." + format.extension();
		String written = format.write(kept.summary, Locale.ENGLISH);
		keep(name, written);
		assertThat(written).as("target/summaries/" + name).isEqualTo(kept(name));
	}

	private static void keep(String name, String text) {
		try {
			Files.createDirectories(WRITTEN);
			Files.writeString(WRITTEN.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String kept(String name) {
		try (InputStream file = SummaryFilesTests.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Situations in which a summary is kept. */
	enum Kept {

		/** Both systems were set up, and somebody has signed in. */
		CONNECTED(
				new Summary(AT, "7E7488F2", "APPLIED", ACTORS, NAS, AUTHENTIK, REDIRECT, List.of(provider(), oidcSso()),
						List.of(), new CheckLine("sign-in", "Sign-in", "pass", "anna signed in with SSO.", null),
						List.of(new CheckLine("issuer", "Issuer", "pass", "Both use the same issuer.", null),
								new CheckLine("certificate", "Certificate", "warn", "It expires in 12 days.",
										"Renew the certificate.")),
						List.of(new PeopleLine("WILL_GET_IN", 2, List.of("anna", "ben"), Map.of("ben", "benjamin"), 0),
								new PeopleLine("NO_DSM_ACCOUNT", 120, List.of("carla"), Map.of(), 119)))),
		/** Nothing was changed, and nobody has looked. */
		UNCHANGED(new Summary(AT, null, "none", ACTORS, NAS, AUTHENTIK, REDIRECT, List.of(), List.of(), null, List.of(),
				List.of())),
		/** A plan of which there is much to say. */
		PLANNED(new Summary(AT, null, Summary.PLANNED, ACTORS, NAS, AUTHENTIK, REDIRECT, List.of(provider(), mended()),
				List.of(new Point(Kind.BLOCKER, "plan.no-rsa-key", "authentik has no RSA key.", "Create one."),
						new Point(Kind.RISK, "plan.cuts-off", "People lose access.", "Undo restores it."),
						new Point(Kind.BY_HAND, "check.clocks.behind", "Clocks: The NAS is behind.", "Turn on NTP."),
						new Point(Kind.OFFER, "redirect", "Limit the provider.", "It is wider than needed."),
						new Point(Kind.STAYS, "stays-filled", "Undo may not be able to empty a field.", null)),
				null, List.of(), List.of(new PeopleLine("WILL_GET_IN", 1, List.of("anna"), Map.of(), 0)))),
		/** It was set up, and undone. */
		UNDONE(new Summary(AT, "7E7488F2", "UNDONE", ACTORS, NAS, AUTHENTIK, REDIRECT, List.of(oidcSso()), List.of(),
				null, List.of(), List.of())),
		/** Names that would be more than text, in a table and in a list. */
		HOSTILE(new Summary(AT, "7E7488F2", "APPLIED", new Actors("a`d`min|", "<i>ak</i>admin"),
				new Server("https://nas.example:5001", "<b>DS</b> | DSM"), AUTHENTIK, REDIRECT,
				List.of(new ChangeDescription(TargetSystem.AUTHENTIK, "application",
						"[NAS](https://evil.example) | `x`", Operation.UPDATE, "PATCH /core/applications/{slug}/",
						List.of(change("meta_description", "", "a | b\n# c\u202Ed"),
								change("meta_publisher", "<script>alert(1)</script>", "${7*7} [[7*7]]")))),
				List.of(new Point(Kind.RISK, "plan.cuts-off", "# “<img src=x>” loses | access.", null)), null,
				List.of(), List.of(new PeopleLine("WILL_GET_IN", 1, List.of("*anna* <script>"),
						Map.of("*anna* <script>", "<u>|"), 0))));

		private final Summary summary;

		Kept(Summary summary) {
			this.summary = summary;
		}

		private static ChangeDescription provider() {
			return new ChangeDescription(TargetSystem.AUTHENTIK, "provider", "Synology DSM", Operation.CREATE,
					"POST /providers/oauth2/", List.of(change("client_id", "", "n0tARand0mClientId"),
							change("client_secret", "", "••••••••"), change("sub_mode", "", "user_username")));
		}

		private static ChangeDescription oidcSso() {
			return new ChangeDescription(TargetSystem.DSM, "oidc-sso", "OIDC", Operation.UPDATE,
					"SYNO.Core.Directory.OIDC.SSO set",
					List.of(change("oidc_wellknown", "https://old.example/.well-known/openid-configuration",
							"https://auth.example/application/o/synology/.well-known/openid-configuration"),
							new FieldChange("oidc_scope", "openid profile email", "openid profile email", false,
									null)));
		}

		private static ChangeDescription mended() {
			return new ChangeDescription(TargetSystem.DSM, "sso-setting", "sso_default_login", Operation.UPDATE,
					"SYNO.Core.Directory.SSO.Setting set", List.of(new FieldChange("sso_default_login", "true", "false",
							true, new Reason("plan.reason.safety", List.of()))));
		}

		private static FieldChange change(String field, String now, String after) {
			return new FieldChange(field, now, after, true, null);
		}

	}

}
