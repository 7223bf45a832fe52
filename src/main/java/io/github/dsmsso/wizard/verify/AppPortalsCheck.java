package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.dsm.AppPortal;
import io.github.dsmsso.wizard.dsm.NasDescription;

/**
 * No application of DSM is opened by a domain of its own, where the redirect URI does not
 * fit.
 */
final class AppPortalsCheck implements Check {

	private static final String ID = "app-portals";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().nas().judge(ID, (nas) -> judge(nas, observation.expected().redirectUri().value()));
	}

	private static CheckResult judge(NasDescription nas, String redirect) {
		String host = URI.create(redirect).getHost();
		List<AppPortal> elsewhere = nas.portals()
			.stream()
			.filter((portal) -> !portal.domain().equalsIgnoreCase(host))
			.toList();
		return elsewhere.isEmpty() ? CheckResult.pass(ID, "none")
				: CheckResult.warn(ID, "own-domain", named(elsewhere), redirect);
	}

	private static String named(List<AppPortal> portals) {
		return portals.stream()
			.map((portal) -> portal.name() + " (" + portal.domain() + ")")
			.collect(Collectors.joining(", "));
	}

}
