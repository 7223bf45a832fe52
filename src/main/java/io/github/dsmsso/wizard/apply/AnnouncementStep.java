package io.github.dsmsso.wizard.apply;

import java.net.URI;

import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Reads the discovery document as DSM will, before DSM is told about it. authentik builds
 * its addresses from the request it sees, so a proxy that hides the public name shows
 * here.
 */
final class AnnouncementStep implements Step {

	private final Workbench workbench;

	private final OpenIdProvider openIdProvider;

	private final CarefulWrite carefully;

	AnnouncementStep(Workbench workbench, OpenIdProvider openIdProvider, CarefulWrite carefully) {
		this.workbench = workbench;
		this.openIdProvider = openIdProvider;
		this.carefully = carefully;
	}

	@Override
	public String code() {
		return "announcement";
	}

	@Override
	public String subject() {
		return this.workbench.plan().desired().applicationSlug();
	}

	@Override
	public void perform() {
		DesiredState desired = this.workbench.plan().desired();
		DiscoveryDocument document = this.carefully.readPatiently(() -> this.openIdProvider
			.discovery(this.workbench.authentik().peer(), URI.create(desired.wellKnown())));
		require(desired.authorizationEndpoint(), document.authorizationEndpoint());
		require(desired.tokenEndpoint(), document.tokenEndpoint());
	}

	@Override
	public boolean writes() {
		return false;
	}

	@Override
	public void undo() {
	}

	private static void require(String expected, URI announced) {
		if (!announced.toString().equals(expected)) {
			throw new ProblemException(Problem.of("apply.announces-other-address", expected,
					announced.getScheme() + "://" + announced.getAuthority()));
		}
	}

}
