package io.github.dsmsso.wizard.verify;

import java.util.Locale;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.CredentialsVerdict;

/**
 * DSM shows authentik the right secret. The two are compared where both are shown, and
 * authentik is asked whether it accepts DSM's.
 */
final class ClientSecretCheck implements Check {

	private static final String ID = "client-secret";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.authentik().provider(), ID,
					(sso, provider) -> judge(sso.oidc(), provider.credentials(), observation));
	}

	private static CheckResult judge(OidcSso dsm, ClientCredentials authentik, Observation observation) {
		if (dsm.clientSecret().isEmpty()) {
			return CheckResult.fail(ID, "empty");
		}
		if (!dsm.clientId().equals(authentik.clientId())) {
			return CheckResult.dependsOnOthers(ID);
		}
		Comparison comparison = Comparison.of(dsm, authentik);
		CredentialsVerdict verdict = observation.protocol().credentials().find().orElse(CredentialsVerdict.UNKNOWN);
		return judge(dsm, comparison, verdict).with("secret", comparison.text())
			.with("asked", verdict.name().toLowerCase(Locale.ROOT));
	}

	private static CheckResult judge(OidcSso dsm, Comparison comparison, CredentialsVerdict verdict) {
		return switch (verdict) {
			case ACCEPTED -> accepted(dsm);
			case REFUSED -> CheckResult.fail(ID, (comparison == Comparison.EQUAL) ? "refused-though-equal" : "refused");
			case UNKNOWN -> byComparison(comparison);
		};
	}

	private static CheckResult accepted(OidcSso dsm) {
		boolean plain = new ClientCredentials(dsm.clientId(), dsm.clientSecret()).hasPlainSecret();
		return plain ? CheckResult.pass(ID, "accepted") : CheckResult.warn(ID, "special-characters");
	}

	private static CheckResult byComparison(Comparison comparison) {
		return switch (comparison) {
			case EQUAL -> CheckResult.pass(ID, "equal");
			case DIFFERENT -> CheckResult.fail(ID, "refused");
			case HIDDEN -> CheckResult.unknown(ID, "hidden");
		};
	}

	private enum Comparison {

		EQUAL, DIFFERENT, HIDDEN;

		static Comparison of(OidcSso dsm, ClientCredentials authentik) {
			if (dsm.hidesSecret() || authentik.clientSecret().isEmpty()) {
				return HIDDEN;
			}
			return dsm.clientSecret().equals(authentik.clientSecret()) ? EQUAL : DIFFERENT;
		}

		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
