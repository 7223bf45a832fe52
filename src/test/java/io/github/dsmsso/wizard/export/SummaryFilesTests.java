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
import java.util.Objects;

import io.github.dsmsso.wizard.export.Summary.CheckLine;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.export.Summary.Server;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The summaries to the letter, as somebody keeps them. What the wizard writes now stands
 * in {@code target/summaries}, from where it is taken over when a change is wanted.
 */
class SummaryFilesTests {

	private static final Path WRITTEN = Path.of("target", "summaries");

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	SummaryFilesTests() {
		this.messages.setBasenames("messages/pages", "messages/plan", "messages/export", "messages/layout");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	@ParameterizedTest
	@EnumSource
	void thatForPeople(Kept kept) {
		assertThatItIsAsKept(kept, new MarkdownSummary(this.messages, new FieldTexts(this.messages)));
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
		CONNECTED(new Summary(Instant.parse("2026-11-28T20:15:00Z"), "7E7488F2", "APPLIED",
				new Server("https://nas.example:5001", "DS923+, DSM 7.2.2-72806"),
				new Server("https://auth.example/", "2026.5.1"), "https://nas.example:5001",
				List.of(provider(), oidcSso()),
				new CheckLine("sign-in", "Sign-in", "pass", "anna signed in with SSO.", null),
				List.of(new CheckLine("issuer", "Issuer", "pass", "Both use the same issuer.", null),
						new CheckLine("certificate", "Certificate", "warn", "It expires in 12 days.",
								"Renew the certificate.")),
				List.of(new PeopleLine("WILL_GET_IN", 2, List.of("anna", "ben"), 0),
						new PeopleLine("NO_DSM_ACCOUNT", 120, List.of("carla"), 119)))),
		/** Nothing was changed, and nobody has looked. */
		UNCHANGED(new Summary(Instant.parse("2026-11-28T20:15:00Z"), null, "none",
				new Server("https://nas.example:5001", "DS923+, DSM 7.2.2-72806"),
				new Server("https://auth.example/", "2026.5.1"), "https://nas.example:5001", List.of(), null, List.of(),
				List.of())),
		/** Names that would be more than text, in a table and in a list. */
		HOSTILE(new Summary(Instant.parse("2026-11-28T20:15:00Z"), "7E7488F2", "APPLIED",
				new Server("https://nas.example:5001", "<b>DS</b> | DSM"),
				new Server("https://auth.example/", "2026.5.1"), "https://nas.example:5001",
				List.of(new ChangeDescription(TargetSystem.AUTHENTIK, "application",
						"[NAS](https://evil.example) | `x`", Operation.UPDATE, "PATCH /core/applications/{slug}/",
						List.of(change("meta_description", "", "a | b\n# c\u202Ed")))),
				null, List.of(), List.of(new PeopleLine("WILL_GET_IN", 1, List.of("*anna* <script>"), 0))));

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

		private static FieldChange change(String field, String now, String after) {
			return new FieldChange(field, now, after, true, null);
		}

	}

}
