package io.github.dsmsso.wizard.apply;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.dsm.CurrentConnection;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.dsm.SsoMoment;
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

	private final RunContext context;

	private final OpenIdProvider openIdProvider;

	private final CarefulWrite carefully;

	private final Clock clock;

	private final Ahead<DiscoveryDocument> document;

	private final Ahead<SsoMoment> dsm;

	ReadinessStep(RunContext context, OpenIdProvider openIdProvider, CarefulWrite carefully, Clock clock) {
		this.clock = clock;
		this.context = context;
		this.openIdProvider = openIdProvider;
		this.carefully = carefully;
		this.document = new Ahead<>(context::pauses);
		this.dsm = new Ahead<>(context::pauses);
	}

	@Override
	public String code() {
		return "readiness";
	}

	@Override
	public String subject() {
		return this.context.plan().desired().applicationSlug();
	}

	@Override
	public void lookAhead() {
		this.document.begin(this::readDocument);
		this.dsm.begin(this::readDsm);
	}

	@Override
	public void perform() {
		Reading<SsoMoment> now = Reading.start(() -> this.dsm.orElse(this::readDsm));
		DiscoveryDocument announced = requireAnnounced();
		if (!now.get().sso().equals(expected())) {
			throw new ProblemException(Problem.of("apply.changed-meanwhile"));
		}
		now.get().connections().ifPresent((before) -> watchFromNow(announced, before));
	}

	private SsoMoment readDsm() {
		return this.context.dsm().ssoMoment();
	}

	private DiscoveryDocument readDocument() {
		return this.openIdProvider.discovery(this.context.authentik().peer(),
				URI.create(this.context.plan().desired().wellKnown()));
	}

	/** Whoever signs in from now on came by what is being set up. */
	private void watchFromNow(DiscoveryDocument document, List<CurrentConnection> before) {
		Instant now = this.clock.instant();
		Instant there = (document.servedAt() != null) ? document.servedAt() : now;
		this.context.watched(new WatchedSignIn(there, now, Set.copyOf(before)));
	}

	/** As it was, but for the password that comes first by now. */
	private SsoClient expected() {
		SsoClient before = this.context.plan().current().dsm();
		return this.context.plan()
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

	private DiscoveryDocument requireAnnounced() {
		DesiredState desired = this.context.plan().desired();
		DiscoveryDocument document = this.carefully.readPatiently(() -> this.document.orElse(this::readDocument));
		require(desired.authorizationEndpoint(), document.authorizationEndpoint());
		require(desired.tokenEndpoint(), document.tokenEndpoint());
		return document;
	}

	private static void require(String expected, URI announced) {
		if (!announced.toString().equals(expected)) {
			throw new ProblemException(Problem.of("apply.announces-other-address", expected,
					announced.getScheme() + "://" + announced.getAuthority()));
		}
	}

}
