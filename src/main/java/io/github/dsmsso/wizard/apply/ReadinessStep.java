package io.github.dsmsso.wizard.apply;

import java.net.URI;

import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;

/**
 * Before DSM is told anything: reads what DSM will read, and DSM itself once more.
 * authentik builds its addresses from the request it sees, so a proxy that hides the
 * public name shows here.
 */
final class ReadinessStep implements Step {

	private final Workbench workbench;

	private final OpenIdProvider openIdProvider;

	private final CarefulWrite carefully;

	ReadinessStep(Workbench workbench, OpenIdProvider openIdProvider, CarefulWrite carefully) {
		this.workbench = workbench;
		this.openIdProvider = openIdProvider;
		this.carefully = carefully;
	}

	@Override
	public String code() {
		return "readiness";
	}

	@Override
	public String subject() {
		return this.workbench.plan().desired().applicationSlug();
	}

	@Override
	public void perform() {
		Reading<SsoClient> dsm = Reading.start(() -> this.workbench.dsm().ssoClient());
		requireAnnounced();
		if (!dsm.get().equals(expected())) {
			throw new ProblemException(Problem.of("apply.changed-meanwhile"));
		}
	}

	/** As it was, but for the password that comes first by now. */
	private SsoClient expected() {
		SsoClient before = this.workbench.plan().current().dsm();
		return this.workbench.plan()
			.writes()
			.stream()
			.filter(SsoSettingChange.class::isInstance)
			.map((change) -> ((SsoSettingChange) change).wanted())
			.filter((wanted) -> !wanted.defaultLogin())
			.findFirst()
			.map((wanted) -> new SsoClient(before.oidc(), before.profile(), wanted))
			.orElse(before);
	}

	/** An interrupted run has changed DSM itself already. */
	@Override
	public void finish() {
		requireAnnounced();
	}

	private void requireAnnounced() {
		DesiredState desired = this.workbench.plan().desired();
		DiscoveryDocument document = this.carefully.readPatiently(() -> this.openIdProvider
			.discovery(this.workbench.authentik().peer(), URI.create(desired.wellKnown())));
		require(desired.authorizationEndpoint(), document.authorizationEndpoint());
		require(desired.tokenEndpoint(), document.tokenEndpoint());
	}

	private static void require(String expected, URI announced) {
		if (!announced.toString().equals(expected)) {
			throw new ProblemException(Problem.of("apply.announces-other-address", expected,
					announced.getScheme() + "://" + announced.getAuthority()));
		}
	}

}
