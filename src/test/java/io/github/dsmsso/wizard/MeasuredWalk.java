package io.github.dsmsso.wizard;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.Exchanges.Exchange;
import io.github.dsmsso.wizard.Exchanges.Server;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.oidc.ClientCredentialsSource;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.Verification;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of an administrator from the first address to the undo, over real sockets: what
 * the pages ask of the beans, one phase after the other. The NAS's own way to authentik
 * is no socket and is not counted.
 */
final class MeasuredWalk implements AutoCloseable {

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final Exchanges exchanges = new Exchanges();

	private final LabServer authentikServer;

	private final RunningDsm nas;

	private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

	private final List<Phase> phases = new ArrayList<>();

	private DsmServer dsmServer;

	private DsmSession dsm;

	private SignedInNas signedIn;

	private Peer peer;

	private AuthentikClient authentik;

	private AuthentikInventory inventory;

	private DesiredState desired;

	private Plan plan;

	private ApplyRun run;

	private Verification verification;

	private MeasuredWalk(Duration latency, int connections) {
		AuthentikSimulator simulator = new AuthentikSimulator(DemoAuthentik.world(AuthentikVersion.of("2026.5")));
		this.authentikServer = LabServer.https(late(simulator, latency), CERTIFICATE, 0);
		this.nas = RunningDsm
			.start(DemoNas.world(DsmVersion.DSM_7_2_2, Clock.systemDefaultZone()), OutboundHttp.to(simulator),
					CERTIFICATE, 0)
			.behind((server) -> late(server, latency));
		this.beans.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("walk", Map.of("wizard.apply.journal", "target/journals/measured-walk",
					"wizard.http.connections", connections)));
		this.beans.registerBean(Clock.class, Clock::systemUTC);
		this.beans.registerBean("listener", PeerConnectors.class, this::listener, (bean) -> bean.setPrimary(true));
		this.beans.registerBean("clock", Clock.class, Clock::systemUTC);
		this.beans.register(HeadlessWizard.Beans.class);
		this.beans.refresh();
	}

	/** A server whose every answer comes later, each on its own. */
	private static LabHandler late(LabHandler server, Duration latency) {
		return (request) -> {
			LockSupport.parkNanos(latency.toNanos());
			return server.handle(request);
		};
	}

	private PeerConnectors listener() {
		return this.exchanges.through(this.beans.getBean("jdkPeerConnectors", PeerConnectors.class),
				(peer) -> (peer.address().port() == this.nas.server().port()) ? Server.DSM : Server.AUTHENTIK);
	}

	/** Goes all the way, with so much latency between the wizard and either server. */
	static List<Phase> at(Duration latency) {
		return at(latency, 4);
	}

	/**
	 * The same where nothing waits for anything but what it depends on: there is a
	 * connection for every exchange.
	 */
	static List<Phase> withoutWaiting(Duration latency) {
		return at(latency, 100);
	}

	private static List<Phase> at(Duration latency, int connections) {
		try (MeasuredWalk walk = new MeasuredWalk(latency, connections)) {
			walk.go();
			walk.assertThatNothingWasMissed();
			return walk.phases;
		}
	}

	private void go() {
		measure("find the NAS", this::findNas);
		measure("sign in to DSM", this::signIn);
		measure("find authentik", this::findAuthentik);
		measure("show the token", this::showToken);
		measure("people", this::readPeople);
		measure("plan", this::plan);
		measure("apply", this::apply);
		measure("plan again", this::plan);
		measure("verify", this::verify);
		measure("watch for a sign-in", this::watch);
		measure("undo", this::undo);
	}

	private void measure(String name, Runnable work) {
		int before = connections();
		long begun = System.nanoTime();
		work.run();
		Duration took = Duration.ofNanos(System.nanoTime() - begun);
		this.phases.add(new Phase(name, this.exchanges.take(), connections() - before, took));
	}

	private int connections() {
		return this.nas.server().connections() + this.authentikServer.connections();
	}

	private void findNas() {
		this.dsmServer = bean(DsmApi.class).discover(peer(this.nas.address()));
	}

	private void signIn() {
		DsmCredentials administrator = new DsmCredentials(DemoNas.ADMINISTRATOR, Secret.of(DemoNas.PASSWORD), null);
		this.signedIn = SignedInNas.of(bean(DsmApi.class).signIn(this.dsmServer, administrator));
		this.dsm = this.signedIn.session();
	}

	private void findAuthentik() {
		this.peer = bean(AuthentikApi.class).discover(peer("https://localhost:" + this.authentikServer.port()));
	}

	private void showToken() {
		this.authentik = bean(AuthentikApi.class).connect(this.peer, Secret.of(DemoAuthentik.API_TOKEN));
		assertThat(this.authentik.missingPermissions().isEmpty()).isTrue();
		this.inventory = bean(StateReader.class).inventory(this.authentik);
	}

	private void readPeople() {
		Proposal proposal = bean(Proposals.class).propose(new Connection(this.dsm, this.authentik), this.signedIn,
				this.inventory, ProviderChoice.ofLikeliest(), Inquiry.Listener.NONE);
		this.inventory = proposal.inventory();
		this.desired = proposal.desired();
		bean(PeopleReader.class).read(new Connection(this.dsm, this.authentik), proposal.question(this.desired));
	}

	private void plan() {
		CurrentState current = bean(StateReader.class).currentState(new Connection(this.dsm, this.authentik),
				this.desired);
		this.plan = Planner.plan(this.desired, current, this.inventory, bean(ClientCredentialsSource.class).next());
	}

	private void apply() {
		this.run = HeadlessWizard.start(bean(Applier.class), this.plan, new Connection(this.dsm, this.authentik));
		assertThat(this.run.outcome()).isEqualTo(RunOutcome.APPLIED);
	}

	private void verify() {
		this.verification = bean(Verifier.class).verify(subject(), this.run.watched());
	}

	private void watch() {
		bean(SignInWatch.class).look(subject(), this.verification.watched());
	}

	private void undo() {
		bean(Applier.class).undo(this.run, new Connection(this.dsm, this.authentik));
		assertThat(this.run.outcome()).isEqualTo(RunOutcome.UNDONE);
	}

	private void assertThatNothingWasMissed() {
		long counted = this.phases.stream().mapToLong((phase) -> phase.exchangesWith(Server.DSM)).sum();
		assertThat(this.nas.simulator().arrived()).filteredOn((arrival) -> !arrival.isMember()).hasSize((int) counted);
	}

	private VerificationSubject subject() {
		return new VerificationSubject(new Connection(this.dsm, this.authentik), this.desired.applicationSlug(),
				address());
	}

	private BaseUrl address() {
		return BaseUrl.parse(this.nas.address());
	}

	private <T> T bean(Class<T> type) {
		return this.beans.getBean(type);
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint())));
	}

	@Override
	public void close() {
		this.beans.close();
		this.nas.close();
		this.authentikServer.close();
	}

	/**
	 * One phase as it was measured.
	 *
	 * @param name what was done
	 * @param exchanges what went to and fro
	 * @param newConnections how many connections were opened for it
	 * @param took how long it took
	 */
	record Phase(String name, List<Exchange> exchanges, int newConnections, Duration took) {

		long exchangesWith(Server server) {
			return this.exchanges.stream().filter((exchange) -> exchange.server() == server).count();
		}

		int longestChain() {
			return Exchanges.longestChain(this.exchanges);
		}

	}

}
