package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ProviderRules;

/**
 * The application stands for DSM and uses an OAuth2 provider.
 */
final class ApplicationCheck implements Check {

	private static final String ID = Aspect.APPLICATION.id();

	@Override
	public CheckResult examine(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		if (authentik.application().isNothing()) {
			return CheckResult.fail(ID, "missing", observation.expected().slug());
		}
		return authentik.application().judge(ID, (application) -> withProvider(application, authentik.provider()));
	}

	private static CheckResult withProvider(Application application, Observed<OAuth2Provider> provider) {
		if (provider.isNothing()) {
			return CheckResult.of(ProviderRules.application(application, null)).with("application", application.name());
		}
		return provider.judge(ID,
				(found) -> CheckResult.of(ProviderRules.application(application, found))
					.with("application", application.name() + " (" + application.slug() + ")")
					.with("provider", found.name()));
	}

}
