package io.github.dsmsso.wizard;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.browser.Visitor.Welcome;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What people read on DSM's sign-in page when a connection is bad in one of the known
 * ways, with the laboratory's authentik behind it.
 */
class SignInFailureTests {

	private static final String NOT_CONFIGURED = "Your SSO is not properly configured. "
			+ "Please check your settings or contact your system administrator.";

	private static final String NO_URL = "Unable to get the URL for SSO authentication";

	private static final String NOT_PRIVILEGE = "not privilege";

	private static final String UNKNOWN_USER = "invalid user or password";

	static Stream<Arguments> failures() {
		return Stream.of(row("nothing is wrong", "anna", "anna", (bench) -> {
		}), row("the key is one of elliptic curves", NOT_CONFIGURED, "anna", (bench) -> {
			bench.authentik().keyRing().hasAnEcKey("EC key");
			bench.authentik().somebodyChangesTheProvider("synology", "signing_key", key(bench, "EC key"));
		}), row("there is no key", NOT_CONFIGURED, "anna",
				(bench) -> bench.authentik().somebodyChangesTheProvider("synology", "signing_key", null)),
				row("tokens are encrypted", NOT_CONFIGURED, "anna",
						(bench) -> bench.authentik()
							.somebodyChangesTheProvider("synology", "encryption_key",
									key(bench, "authentik Self-signed Certificate"))),
				row("the secret is wrong", NOT_PRIVILEGE, "anna", inDsm("oidc_client_secret", "wrong")),
				row("the claim is missing", UNKNOWN_USER, "anna", inDsm("oidc_user_claim", "department")),
				row("the claim is the mail address", UNKNOWN_USER, "anna", inDsm("oidc_user_claim", "email")),
				row("the account is missing", UNKNOWN_USER, "erin", (bench) -> {
				}),
				row("the account is disabled",
						"This account has been disabled. Please contact your system administrator.", "anna",
						(bench) -> bench.nas().account("anna").disabled()),
				row("the account may not use DSM", NOT_PRIVILEGE, "anna",
						(bench) -> bench.nas().account("anna").withoutDsmPrivilege()),
				row("local accounts are not allowed", UNKNOWN_USER, "anna", inDsm("oidc_allow_local_user", false)),
				row("endpoints are missing", NOT_CONFIGURED, "anna", inDsm("oidc_token_endpoint", "")),
				row("the NAS cannot reach authentik", NO_URL, "anna",
						(bench) -> bench.nasSeesAuthentikThrough(
								Fault.LOST_BEFORE.always(asksFor(".well-known/openid-configuration")))),
				row("the NAS cannot reach authentik's keys", NOT_CONFIGURED, "anna",
						(bench) -> bench.nasSeesAuthentikThrough(Fault.LOST_BEFORE.always(asksFor("jwks/")))));
	}

	private static Arguments row(String name, String message, String username, Consumer<Bench> fault) {
		return arguments(name, message, username, fault);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("failures")
	void dsmSaysSo(String name, String message, String username, Consumer<Bench> fault) {
		try (Bench bench = Bench.usual()) {
			bench.start(bench.plan());
			fault.accept(bench);
			Welcome welcome = bench.visitor().signIn(username, DemoAuthentik.PASSWORD);
			assertThat((welcome.account() != null) ? welcome.account() : welcome.words()).isEqualTo(message);
		}
	}

	private static Consumer<Bench> inDsm(String field, Object value) {
		return (bench) -> bench.nas().sso().configure(Map.of(field, value));
	}

	private static Predicate<LabRequest> asksFor(String document) {
		return (request) -> request.path().endsWith(document);
	}

	private static String key(Bench bench, String name) {
		return bench.authentikClient()
			.keys()
			.list()
			.stream()
			.filter((key) -> key.name().equals(name))
			.map(CertificateKeyPair::pk)
			.findFirst()
			.orElseThrow();
	}

}
