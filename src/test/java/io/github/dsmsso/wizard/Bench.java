package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.CallSite;
import io.github.dsmsso.lab.Calls;
import io.github.dsmsso.lab.Disturbance;
import io.github.dsmsso.lab.DisturbedServer;
import io.github.dsmsso.lab.InProcessPeers;
import io.github.dsmsso.lab.Recording;
import io.github.dsmsso.lab.Side;
import io.github.dsmsso.lab.VirtualTime;
import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.authentik.AuthentikWorld;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.lab.dsm.DsmWorld;
import io.github.dsmsso.lab.dsm.OutboundHttp;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.Pause;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.plan.Suggestion;
import io.github.dsmsso.wizard.plan.Surroundings;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/**
 * The rooms below the pages on a bench: real doors, both simulators in process, one clock
 * for all that moves only when somebody waits. Everything that the wizard says is
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

	private final VirtualTime time = new VirtualTime();

	private final Recording recording = new Recording(this.time);

	private final Map<Side, DisturbedServer> servers = new EnumMap<>(Side.class);

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final DsmVersion dsmVersion;

	private final AuthentikVersion authentikVersion;

	private InProcessPeers peers;

	private DsmWorld nas;

	private AuthentikSimulator authentik;

	private LabHandler nasFront;

	private LabHandler authentikFront;

	private DsmSession dsmSession;

	private AuthentikClient authentikClient;

	private Bench(DsmVersion dsmVersion, AuthentikVersion authentikVersion, BeanPostProcessor otherwise) {
		this.dsmVersion = dsmVersion;
		this.authentikVersion = authentikVersion;
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bench",
					Map.of("wizard.apply.journal", "target/journals/" + UUID.randomUUID())));
		this.context.getBeanFactory().addBeanPostProcessor(otherwise);
		this.context.registerBean("peers", PeerConnectors.class, this::peers, (bean) -> bean.setPrimary(true));
		this.context.registerBean(Clock.class, () -> this.time);
		this.context.registerBean("pause", Pause.class, () -> this.time::pass, (bean) -> bean.setPrimary(true));
		this.context.register(Rooms.class);
		this.context.refresh();
		startOver();
	}

	private InProcessPeers peers() {
		this.peers = new InProcessPeers(this.time, room(HttpProperties.class))
			.at(NAS, this.recording.of(Side.DSM, (request) -> this.nasFront.handle(request)))
			.at(AUTHENTIK, this.recording.of(Side.AUTHENTIK, (request) -> this.authentikFront.handle(request)));
		return this.peers;
	}

	/** The demo's pair. */
	public static Bench of(String dsm, String authentik) {
		return new Bench(DsmVersion.of(dsm), AuthentikVersion.of(authentik), new BeanPostProcessor() {
		});
	}

	/**
	 * The usual pair, with some parts of the wizard exchanged.
	 * @param otherwise exchanges them
	 */
	public static Bench with(BeanPostProcessor otherwise) {
		return new Bench(DsmVersion.of("7.2.2"), AuthentikVersion.of("2026.5"), otherwise);
	}

	/**
	 * A new pair on the same bench, which is much quicker than a new bench: faults and
	 * the recording are gone, the wizard is signed in, and the clock goes on.
	 */
	public Bench startOver() {
		room(Applier.class).forget();
		this.nas = DemoNas.world(this.dsmVersion, this.time);
		this.authentik = new AuthentikSimulator(
				DemoAuthentik.world(this.authentikVersion, this.time, new SecureRandom()));
		this.nasFront = disturbed(Side.DSM, new DsmSimulator(this.nas, OutboundHttp.to(this.authentik)));
		this.authentikFront = disturbed(Side.AUTHENTIK, this.authentik);
		signInAnew();
		this.recording.startAnew();
		return this;
	}

	/** New sessions with both. */
	public Bench signInAnew() {
		this.dsmSession = signIn();
		this.authentikClient = connect();
		return this;
	}

	private LabHandler disturbed(Side side, LabHandler server) {
		DisturbedServer disturbed = new DisturbedServer(server, this.time);
		this.servers.put(side, disturbed);
		return disturbed;
	}

	/** The pair that most tests use. */
	public static Bench usual() {
		return of("7.2.2", "2026.5");
	}

	public <T> T room(Class<T> door) {
		return this.context.getBean(door);
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

	public DsmSession dsmSession() {
		return this.dsmSession;
	}

	public AuthentikClient authentikClient() {
		return this.authentikClient;
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

	/** The desired state that the wizard would suggest. */
	public DesiredState suggested() {
		Surroundings surroundings = room(StateReader.class).surroundings(this.authentikClient);
		Suggestion suggestion = new Suggestion(RedirectUri.of(BaseUrl.parse(NAS)), BaseUrl.parse(AUTHENTIK),
				this.dsmSession.oidcSso(), surroundings);
		return suggestion.existingProvider()
			.flatMap((provider) -> this.authentikClient.applications().get(String.valueOf(provider.applicationSlug())))
			.map((application) -> suggestion.desiredState(application,
					this.authentikClient.bindings().list(application.pk())))
			.orElseGet(() -> suggestion.desiredState(null, List.of()));
	}

	public Plan plan(DesiredState desired) {
		StateReader reader = room(StateReader.class);
		CurrentState current = reader.currentState(this.dsmSession, this.authentikClient, desired);
		return Planner.plan(desired, current, reader.surroundings(this.authentikClient),
				room(ClientCredentialsSource.class).next());
	}

	public Plan plan() {
		return plan(suggested());
	}

	/** Everything that a run may change, on both sides. */
	public Map<String, Object> everything() {
		return Map.of("authentik", authentik().inventory(), "oidc", this.nas.sso().oidc(), "enabled",
				this.nas.sso().enabled(), "profile", this.nas.sso().profile(), "default",
				this.nas.sso().defaultLogin());
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Signs in to the NAS once more.
	 * @throws DsmException where it does not want to
	 */
	public DsmSession signIn() {
		DsmApi dsm = room(DsmApi.class);
		DsmCredentials administrator = new DsmCredentials(DemoNas.ADMINISTRATOR, Secret.of(DemoNas.PASSWORD), null);
		SignIn signIn = dsm.signIn(dsm.discover(peer(NAS)), administrator);
		if (signIn.outcome() != SignIn.Outcome.SIGNED_IN) {
			throw new DsmException(signIn.requireCode());
		}
		return signIn.requireSession();
	}

	/** Connects to authentik once more. */
	public AuthentikClient connect() {
		return room(AuthentikApi.class).connect(peer(AUTHENTIK), Secret.of(DemoAuthentik.API_TOKEN));
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TRUST);
	}

	@ComponentScan({ "io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.oidc", "io.github.dsmsso.wizard.dsm",
			"io.github.dsmsso.wizard.authentik", "io.github.dsmsso.wizard.accounts", "io.github.dsmsso.wizard.plan",
			"io.github.dsmsso.wizard.apply", "io.github.dsmsso.wizard.verify" })
	static class Rooms {

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

		@Bean
		Executor applicationTaskExecutor() {
			return Runnable::run;
		}

	}

}
