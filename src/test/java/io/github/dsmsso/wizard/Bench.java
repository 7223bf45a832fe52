package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.calls.CallSite;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Recording;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.contract.Contract;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.faults.DisturbedServer;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.BaseUrl;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Everything below the pages on a bench: real clients, both simulators in process, one
 * clock for all that moves only when somebody waits. Everything that the wizard says is
 * recorded, and every call of it can be made to go wrong.
 */
public final class Bench implements AutoCloseable {

	private static final String NAS = "https://nas.example:5001";

	private static final String AUTHENTIK = "https://auth.example";

	/**
	 * The certificate that the administrator chose for both, so that another one is a
	 * changed one.
	 */
	private static final TlsTrust TRUST = TlsTrust.in(new Fingerprint("00"));

	/** Exchanges nothing. */
	private static final BeanPostProcessor AS_IT_IS = new BeanPostProcessor() {
	};

	private final VirtualTime time = new VirtualTime();

	private final Recording recording = new Recording(this.time);

	private final Map<Side, DisturbedServer> servers = new EnumMap<>(Side.class);

	private final Function<Clock, DsmWorld> nasMaker;

	private final AuthentikVersion authentikVersion;

	private final Contract contract;

	private final BeanPostProcessor otherwise;

	private InProcessPeers peers;

	private DsmWorld nas;

	private AuthentikSimulator authentik;

	private DsmSimulator dsm;

	private LabHandler nasFront;

	private LabHandler authentikFront;

	private LabHandler nasOutlook;

	private final HeadlessWizard wizard;

	private Bench(Function<Clock, DsmWorld> nasMaker, AuthentikVersion authentikVersion, Contract contract,
			BeanPostProcessor otherwise) {
		this.nasMaker = nasMaker;
		this.authentikVersion = authentikVersion;
		this.otherwise = otherwise;
		this.contract = contract;
		comesAnew();
		this.wizard = new HeadlessWizard(peer(NAS), peer(AUTHENTIK), this.time, this.time::pass, this::replace);
		this.recording.startAnew();
	}

	private Bench(Function<Clock, DsmWorld> nasMaker, AuthentikVersion authentikVersion) {
		this(nasMaker, authentikVersion, Contract.of(authentikVersion.number()), AS_IT_IS);
	}

	private void replace(GenericApplicationContext beans) {
		beans.getBeanFactory().addBeanPostProcessor(this.otherwise);
		beans.registerBean("peers", PeerConnectors.class, () -> peers(beans.getBean(HttpProperties.class)),
				(bean) -> bean.setPrimary(true));
	}

	private InProcessPeers peers(HttpProperties limits) {
		this.peers = new InProcessPeers(this.time, limits)
			.at(NAS, this.recording.of(Side.DSM, (request) -> this.nasFront.handle(request)))
			.at(AUTHENTIK, this.recording.of(Side.AUTHENTIK, (request) -> this.authentikFront.handle(request)));
		return this.peers;
	}

	/** The demo's pair. */
	public static Bench of(String dsm, String authentik) {
		return new Bench((clock) -> inUse(DsmVersion.of(dsm), clock), AuthentikVersion.of(authentik));
	}

	/**
	 * The demo's pair, for thousands of rounds: what is said is not held against
	 * authentik's API description, which other tests do with the same calls.
	 */
	public static Bench unchecked(String dsm, String authentik) {
		return new Bench((clock) -> inUse(DsmVersion.of(dsm), clock), AuthentikVersion.of(authentik),
				Contract.unchecked(), AS_IT_IS);
	}

	/**
	 * The usual pair, with some parts of the wizard exchanged. What is said is not held
	 * against authentik's API description: the same is said where nothing is exchanged.
	 * @param otherwise exchanges them
	 */
	public static Bench with(BeanPostProcessor otherwise) {
		return new Bench((clock) -> DemoNas.world(DsmVersion.of("7.2.2"), clock), AuthentikVersion.of("2026.5"),
				Contract.unchecked(), otherwise);
	}

	/**
	 * A new pair on the same bench, which is much quicker than a new bench: faults and
	 * the recording are gone, the wizard is signed in, and the clock goes on.
	 */
	public Bench startOver() {
		comesAnew();
		this.wizard.beginAnew();
		this.recording.startAnew();
		return this;
	}

	/** New sessions with both. */
	public Bench signInAnew() {
		this.wizard.signInAnew();
		return this;
	}

	private void comesAnew() {
		this.nas = this.nasMaker.apply(this.time);
		this.authentik = new AuthentikSimulator(
				DemoAuthentik.world(this.authentikVersion, this.time, new SecureRandom()));
		this.nasOutlook = this.authentik;
		this.dsm = new DsmSimulator(this.nas, OutboundHttp.to((request) -> this.nasOutlook.handle(request)));
		this.nasFront = disturbed(Side.DSM, this.dsm);
		this.authentikFront = disturbed(Side.AUTHENTIK, this.contract.on(this.authentik, authentik()::webPath));
	}

	private LabHandler disturbed(Side side, LabHandler server) {
		DisturbedServer disturbed = new DisturbedServer(server, this.time);
		this.servers.put(side, disturbed);
		return disturbed;
	}

	/**
	 * A NAS of one's own with the authentik that most tests use.
	 * @param nasMaker makes the NAS with the clock of the bench
	 */
	public static Bench of(Function<Clock, DsmWorld> nasMaker) {
		return new Bench(nasMaker, AuthentikVersion.of("2026.5"));
	}

	/**
	 * A DSM that lets no local account in belongs to a domain, or it could let nobody in.
	 */
	private static DsmWorld inUse(DsmVersion version, Clock clock) {
		DsmWorld nas = DemoNas.world(version, clock);
		if (!version.localAccounts()) {
			nas.directory().joinedDomain("corp.example");
		}
		return nas;
	}

	/** The pair that most tests use. */
	public static Bench usual() {
		return of("7.2.2", "2026.5");
	}

	public <T> T bean(Class<T> type) {
		return this.wizard.bean(type);
	}

	public DsmWorld nas() {
		return this.nas;
	}

	public AuthentikWorld authentik() {
		return this.authentik.world();
	}

	public AuthentikSimulator authentikSimulator() {
		return this.authentik;
	}

	public DsmSimulator dsmSimulator() {
		return this.dsm;
	}

	public Connection connection() {
		return this.wizard.connection();
	}

	public DsmSession dsmSession() {
		return this.wizard.dsmSession();
	}

	public AuthentikClient authentikClient() {
		return this.wizard.authentikClient();
	}

	/** The clock of the wizard and of both systems. */
	public VirtualTime time() {
		return this.time;
	}

	/** What the wizard said to both systems. */
	public Recording recording() {
		return this.recording;
	}

	/** Origins other than the two that the wizard called. */
	public Set<String> strangers() {
		return this.peers.strangers();
	}

	/** From now on this happens to these calls of the wizard's. */
	public Bench suffers(Side side, Disturbance disturbance, Calls calls) {
		this.servers.get(side).suffers(disturbance, calls);
		return this;
	}

	/** This happens to the call at that site, counted from now. */
	public Bench suffers(CallSite site, Disturbance disturbance) {
		return suffers(site.side(), disturbance, Calls.at(site));
	}

	/** From now on every call is in order. */
	public Bench heals() {
		this.servers.values().forEach(DisturbedServer::heal);
		return this;
	}

	/** Somebody with a browser who reaches both. */
	public Visitor visitor() {
		return new Visitor(NAS, (request) -> this.nasFront.handle(request), AUTHENTIK,
				(request) -> this.authentikFront.handle(request));
	}

	/** Puts a fault in front of the NAS. */
	public Bench nasSuffers(UnaryOperator<LabHandler> fault) {
		this.nasFront = fault.apply(this.nasFront);
		return this;
	}

	/** Puts a fault in front of authentik. */
	public Bench authentikSuffers(UnaryOperator<LabHandler> fault) {
		this.authentikFront = fault.apply(this.authentikFront);
		return this;
	}

	/** Puts a fault between the NAS and authentik. */
	public Bench nasSeesAuthentikThrough(UnaryOperator<LabHandler> fault) {
		this.nasOutlook = fault.apply(this.nasOutlook);
		return this;
	}

	/** The desired state that the wizard would suggest. */
	public DesiredState suggested() {
		return this.wizard.suggested();
	}

	public Plan plan(DesiredState desired) {
		return this.wizard.plan(desired);
	}

	public Plan plan() {
		return plan(suggested());
	}

	/** Begins to apply a plan of which every risk is acknowledged. */
	public ApplyRun start(Plan plan) {
		return this.wizard.start(plan);
	}

	/** Everything that a run may change, on both sides. */
	public Map<String, Object> everything() {
		return Map.of("authentik", authentik().inventory(), "oidc", this.nas.sso().oidc(), "enabled",
				this.nas.sso().enabled(), "profile", this.nas.sso().profile(), "default",
				this.nas.sso().defaultLogin());
	}

	/** Somebody makes a scope mapping of their own. */
	public Bench scopeMappingComes(String name, String scope, String expression) {
		authentik().scopeMappingComes(name, scope, expression);
		return this;
	}

	/** What authentik's API description says about all that was asked and answered. */
	public Contract contract() {
		return this.contract;
	}

	/**
	 * Takes the bench apart.
	 * @throws AssertionError where something was said against authentik's API description
	 */
	@Override
	public void close() {
		this.wizard.close();
		this.contract.requireKept();
	}

	/**
	 * Signs in to the NAS once more.
	 * @throws DsmException where it does not want to
	 */
	public DsmSession signIn() {
		return this.wizard.signIn();
	}

	/** Connects to authentik once more. */
	public AuthentikClient connect() {
		return this.wizard.connect();
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TRUST);
	}

}
