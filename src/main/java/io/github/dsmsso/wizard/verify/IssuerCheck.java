package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.oidc.DiscoveryDocument;

/**
 * authentik calls itself what DSM and people call it. It builds every address from the
 * request it sees, so a proxy that hides the host name or https shows here.
 */
final class IssuerCheck implements Check {

	private static final String ID = "issuer";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.protocol()
			.document()
			.judge(ID, (document) -> judge(document, observation.expected()).with("issuer", document.issuer())
				.with("authentik-address", observation.expected().authentik().address().toString()));
	}

	private static CheckResult judge(DiscoveryDocument document, Expectation expected) {
		if (!document.issuer().startsWith("https://")) {
			return CheckResult.fail(ID, "not-https", document.issuer());
		}
		boolean elsewhere = addresses(document).anyMatch((address) -> !expected.isOnAuthentik(address));
		if (elsewhere) {
			return CheckResult.fail(ID, "other-address", document.issuer(), expected.authentik().address().toString());
		}
		boolean usual = document.issuer().equals(expected.issuerOfProvider())
				|| document.issuer().equals(expected.issuerOfAll());
		return usual ? CheckResult.pass(ID, "matches") : CheckResult.warn(ID, "unusual", document.issuer());
	}

	private static Stream<String> addresses(DiscoveryDocument document) {
		return Stream.concat(Stream.of(document.issuer()),
				Stream.of(document.authorizationEndpoint(), document.tokenEndpoint(), document.jwksUri())
					.map(URI::toString));
	}

}
