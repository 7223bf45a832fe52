package io.github.dsmsso.wizard.verify;

import java.util.Locale;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;

/**
 * DSM shows authentik the right secret. The two are compared where both are shown, and
 * authentik is asked whether it accepts DSM's.
 */
final class ClientSecretCheck implements Check {

	private static final String ID = Aspect.CLIENT_SECRET.id();

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.authentik().provider(), ID, (sso, provider) -> judge(sso.oidc(), provider, observation));
	}

	private static CheckResult judge(OidcSso dsm, OAuth2Provider authentik, Observation observation) {
		Judgement judgement = DsmRules.clientSecret(dsm, authentik,
				observation.expected().capabilities().mayReferToSecrets());
		if (judgement.finding().equals("empty")) {
			return CheckResult.of(judgement);
		}
		if (!dsm.clientId().equals(authentik.credentials().clientId())) {
			return CheckResult.dependsOnOthers(ID);
		}
		CredentialsVerdict verdict = observation.protocol().credentials().find().orElse(CredentialsVerdict.UNKNOWN);
		return judge(judgement, dsm, verdict).with("secret", comparison(judgement))
			.with("asked", verdict.name().toLowerCase(Locale.ROOT));
	}

	/** What authentik answers counts more than what the two show. */
	private static CheckResult judge(Judgement judgement, OidcSso dsm, CredentialsVerdict verdict) {
		return switch (verdict) {
			case ACCEPTED -> judgement.isWrong() && isEqual(judgement) ? CheckResult.of(judgement) : accepted(dsm);
			case REFUSED -> judgement.isWrong() ? CheckResult.of(judgement)
					: CheckResult.fail(ID, isEqual(judgement) ? "refused-though-equal" : "refused");
			case UNKNOWN -> CheckResult.of(judgement);
		};
	}

	private static CheckResult accepted(OidcSso dsm) {
		boolean plain = new ClientCredentials(dsm.clientId(), dsm.clientSecret()).hasPlainSecret();
		return plain ? CheckResult.pass(ID, "accepted") : CheckResult.warn(ID, "special-characters");
	}

	private static boolean isEqual(Judgement judgement) {
		return judgement.isRight() || judgement.finding().equals("special-characters");
	}

	private static String comparison(Judgement judgement) {
		return isEqual(judgement) ? "equal" : judgement.isWrong() ? "different" : "hidden";
	}

}
