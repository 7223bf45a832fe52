package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.shared.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Everything the client can ask, of releases that a run draws. When the bench is closed,
 * all of it and its answers have been held against authentik's API description.
 */
class WholeClientTests {

	private static final int DRAWN = 5;

	private Bench bench;

	private AuthentikClient client;

	static Stream<String> releases() {
		return Draw.of("Releases", AuthentikVersion.all(), DRAWN).stream().map(AuthentikVersion::number);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void everythingIsRead(String release) {
		connect(release);
		OAuth2Provider provider = this.client.providers().list().get(0);
		int anna = userNamed("anna").pk();

		assertThat(this.client.missingPermissions().isEmpty()).isTrue();
		assertThat(this.client.flows().list(Flow.Designation.AUTHORIZATION)).isNotEmpty();
		assertThat(this.client.flows().list(Flow.Designation.INVALIDATION)).isNotEmpty();
		assertThat(this.client.keys().list()).hasSize(1);
		assertThat(this.client.scopeMappings().list()).isNotEmpty();
		assertThat(this.client.providers().names()).hasSize(1);
		assertThat(this.client.providers().setupUrls(provider.pk()).wellKnown()).contains("/synology/");
		assertThat(this.client.providers().previewUser(provider.pk(), this.client.owner().pk())).isPresent();
		assertThat(this.client.providers().previewUser(provider.pk(), anna).isPresent())
			.isEqualTo(this.client.capabilities().previewsOtherUsers());
		assertThat(this.client.applications().checkAccess("synology", anna)).contains(true);
		assertThat(this.client.directory().groups()).isNotEmpty();
		assertThat(this.client.directory().settings().usersMayRename() != null)
			.isEqualTo(this.client.capabilities().hasSystemSettings());
	}

	@ParameterizedTest
	@MethodSource("releases")
	void thePromptsAreNamedInWhichPeopleFillInAnAttribute(String release) {
		connect(release);
		this.bench.authentik().hasAnIdlePromptFor("nas_account").asksPeopleFor("synology_username");

		assertThat(this.client.directory().promptsFor("synology_username")).containsExactly("nas-synology_username");
		assertThat(this.client.directory().promptsFor("nas_account")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whatHappenedIsRead(String release) {
		connect(release);
		Visitor visitor = this.bench.visitor();
		assertThatIllegalStateException().isThrownBy(() -> visitor.signIn("anna", "mistyped"));
		visitor.signIn("anna", DemoAuthentik.PASSWORD);

		String application = this.client.applications().get("synology").orElseThrow().pk();
		SignInEvents events = this.client.events().signInsSince(application, Instant.EPOCH);
		assertThat(events.letIn()).hasSize(1);
		assertThat(events.failures()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void everythingIsWrittenAndTakenAway(String release) {
		connect(release);
		OAuth2Provider provider = this.client.providers().list().get(0);
		Application application = this.client.applications().get("synology").orElseThrow();
		CertificateKeyPair key = this.client.keys().createRsa("Key of the NAS", 365);
		PolicyBinding ofGroup = this.client.bindings()
			.create(PolicyBinding.ofGroup(application.pk(), this.client.directory().groups().get(0).pk(), 0));
		this.client.bindings().create(PolicyBinding.ofUser(application.pk(), userNamed("anna").pk(), 1));

		assertThat(this.client.bindings().list(application.pk())).hasSize(2);
		assertThat(this.client.providers().update(provider, provider.withSigningKey(key.pk())).signingKey())
			.isEqualTo(key.pk());
		assertThat(this.client.applications().update(application, application)).isEqualTo(application);
		this.client.bindings().delete(ofGroup.pk());
		this.client.applications().delete("synology");
		assertThat(this.client.providers().get(provider.pk()).orElseThrow().applicationSlug()).isNull();
		assertThat(this.client.providers().setupUrls(provider.pk()).wellKnown()).isNull();
		this.client.providers().delete(provider.pk());
		this.client.keys().delete(key.pk());
		assertThat(this.client.keys().list()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whatIsGoneIsNotFound(String release) {
		connect(release);
		String nobody = "00000000-0000-4000-8000-000000000000";
		this.client.bindings().delete(nobody);
		this.client.keys().delete(nobody);
		this.client.applications().delete("gone");
		this.client.providers().delete(4711);
		assertThat(this.client.providers().get(4711)).isEmpty();
		assertThat(this.client.applications().get("gone")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void refusalsAreUnderstood(String release) {
		connect(release);
		OAuth2Provider provider = this.client.providers().list().get(0);
		Application application = this.client.applications().get("synology").orElseThrow();

		assertRefused(Reason.FIELD_REFUSED, () -> this.client.providers().create(provider));
		assertRefused(Reason.FIELD_REFUSED, () -> this.client.applications().create(application));
		assertRefused(Reason.TOKEN_INVALID, () -> withToken("no such token"));
		AuthentikClient limited = withToken(DemoAuthentik.LIMITED_TOKEN);
		assertThat(limited.missingPermissions().isEmpty()).isFalse();
		assertRefused(Reason.PERMISSION_MISSING, () -> limited.providers().create(provider));
		assertRefused(Reason.PERMISSION_MISSING, () -> limited.applications().delete("synology"));
	}

	private void connect(String release) {
		this.bench = Bench.of("7.2.2", release);
		this.client = this.bench.authentikClient();
		HeadlessWizard.start(this.bench.bean(Applier.class), this.bench.plan(),
				new Connection(this.bench.dsmSession(), this.client));
	}

	private AuthentikClient withToken(String token) {
		return this.bench.bean(AuthentikApi.class).connect(this.client.peer(), Secret.of(token));
	}

	private AuthentikUser userNamed(String name) {
		List<AuthentikUser> users = this.client.directory().users();
		return users.stream().filter((user) -> user.username().equals(name)).findFirst().orElseThrow();
	}

	private static void assertRefused(Reason reason, ThrowingCallable call) {
		assertThat(catchThrowableOfType(AuthentikException.class, call).reason()).isEqualTo(reason);
	}

}
