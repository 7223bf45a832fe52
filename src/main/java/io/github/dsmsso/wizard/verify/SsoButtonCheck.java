package io.github.dsmsso.wizard.verify;

import java.util.stream.Stream;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoButton;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The SSO button works: DSM can reach authentik and builds the address it should. What it
 * should is what its settings say; whether these are right is for other checks.
 */
final class SsoButtonCheck implements Check {

	private static final String ID = "sso-button";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.dsm().button(), ID, (sso, button) -> switch (button.outcome()) {
				case BUILT -> built(button, sso.oidc(), observation);
				case REFUSED -> refused(sso, observation);
				case UNKNOWN -> unknown(button.gate());
			});
	}

	/** People may pass in their browsers what the wizard cannot. */
	private static CheckResult unknown(@Nullable Gate gate) {
		return (gate == null) ? CheckResult.unknown(ID, "unreadable")
				: CheckResult.warn(ID, "gate").because(gate.problem("/index.cgi"));
	}

	/** DSM also refuses where it is off or incomplete, or authentik is out of order. */
	private static CheckResult refused(SsoClient sso, Observation observation) {
		OidcSso oidc = sso.oidc();
		boolean complete = Stream
			.of(oidc.clientId(), oidc.redirectUri(), oidc.authorizationEndpoint(), oidc.tokenEndpoint())
			.noneMatch(String::isEmpty);
		boolean right = DsmRules.wellKnown(oidc, observation.expected().addresses()).isRight();
		boolean answers = observation.protocol().document().find().isPresent();
		if (!sso.profile().isOidcEnabled() || !complete || !right || !answers) {
			return CheckResult.dependsOnOthers(ID);
		}
		BaseUrl authentik = observation.expected().authentik().address();
		boolean sameHost = authentik.host().equals(observation.expected().dsmCalledAt().host());
		return CheckResult.fail(ID, sameHost ? "cannot-reach-itself" : "cannot-reach", authentik.host())
			.with("well-known", oidc.wellKnown());
	}

	private static CheckResult built(SsoButton button, OidcSso oidc, Observation observation) {
		AuthorizeAddress address = new AuthorizeAddress(button.authorizeUrl());
		return judge(address, oidc, observation).with("button-client-id", address.parameter("client_id"))
			.with("button-redirect-uri", address.parameter("redirect_uri"))
			.with("button-address", address.endpoint());
	}

	private static CheckResult judge(AuthorizeAddress address, OidcSso oidc, Observation observation) {
		if (!isKnown(address.endpoint(), oidc, observation)) {
			return CheckResult.fail(ID, "other-endpoint", address.endpoint(), oidc.authorizationEndpoint());
		}
		if (!address.parameter("client_id").equals(oidc.clientId())) {
			return CheckResult.fail(ID, "other-client", address.parameter("client_id"), oidc.clientId());
		}
		if (address.parameter("redirect_uri").equals(oidc.redirectUri())) {
			return CheckResult.pass(ID, "builds-address");
		}
		return isCalledAtTheSameAddress(observation.expected())
				? CheckResult.fail(ID, "other-redirect", address.parameter("redirect_uri"), oidc.redirectUri())
				: CheckResult.unknown(ID, "other-address", observation.expected().dsmCalledAt().origin());
	}

	/** DSM may use the endpoint it stores or the one it has just read. */
	private static boolean isKnown(String endpoint, OidcSso oidc, Observation observation) {
		return endpoint.equals(oidc.authorizationEndpoint()) || observation.protocol()
			.document()
			.find()
			.filter((document) -> document.authorizationEndpoint().toString().equals(endpoint))
			.isPresent();
	}

	private static boolean isCalledAtTheSameAddress(Expectation expected) {
		return expected.dsmCalledAt().origin().equals(expected.redirectUri().value());
	}

}
