package io.github.dsmsso.wizard;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.InProcessPeers;
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
import io.github.dsmsso.wizard.apply.Pause;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmSession;
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

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;

/**
 * The rooms below the pages on a bench: real doors, both simulators in process, no time
 * lost in waiting.
 */
public final class Bench implements AutoCloseable {

	private static final String NAS = "https://nas.example:5001";

	private static final String AUTHENTIK = "https://auth.example";

	private final DsmWorld nas;

	private final AuthentikSimulator authentik;

	private LabHandler nasFront;

	private LabHandler authentikFront;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final DsmSession dsmSession;

	private final AuthentikClient authentikClient;

	private Bench(DsmWorld nas, AuthentikWorld authentik) {
		this.nas = nas;
		this.authentik = new AuthentikSimulator(authentik);
		this.authentikFront = this.authentik;
		this.nasFront = new DsmSimulator(nas, OutboundHttp.to((request) -> this.authentikFront.handle(request)));
		InProcessPeers peers = new InProcessPeers().at(NAS, (request) -> this.nasFront.handle(request))
			.at(AUTHENTIK, (request) -> this.authentikFront.handle(request));
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bench",
					Map.of("wizard.apply.journal", "target/journals/" + UUID.randomUUID())));
		this.context.registerBean("peers", PeerConnectors.class, () -> peers, (bean) -> bean.setPrimary(true));
		this.context.register(Rooms.class);
		this.context.refresh();
		this.dsmSession = signIn();
		this.authentikClient = room(AuthentikApi.class).connect(peer(AUTHENTIK), Secret.of(DemoAuthentik.API_TOKEN));
	}

	/** The demo's pair. */
	public static Bench of(String dsm, String authentik) {
		return new Bench(DemoNas.world(DsmVersion.of(dsm), Clock.systemDefaultZone()),
				DemoAuthentik.world(AuthentikVersion.of(authentik)));
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

	private DsmSession signIn() {
		DsmApi dsm = room(DsmApi.class);
		DsmCredentials administrator = new DsmCredentials(DemoNas.ADMINISTRATOR, Secret.of(DemoNas.PASSWORD), null);
		return dsm.signIn(dsm.discover(peer(NAS)), administrator).requireSession();
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TlsTrust.publicAuthorities());
	}

	@ComponentScan({ "io.github.dsmsso.wizard.http", "io.github.dsmsso.wizard.oidc", "io.github.dsmsso.wizard.dsm",
			"io.github.dsmsso.wizard.authentik", "io.github.dsmsso.wizard.accounts", "io.github.dsmsso.wizard.plan",
			"io.github.dsmsso.wizard.apply", "io.github.dsmsso.wizard.verify" })
	static class Rooms {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		SecureRandom secureRandom() {
			return new SecureRandom();
		}

		@Bean
		Executor applicationTaskExecutor() {
			return Runnable::run;
		}

		@Bean
		@Primary
		Pause noPause() {
			return (duration) -> {
			};
		}

	}

}
