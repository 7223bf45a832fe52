package io.github.dsmsso.wizard;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * A wizard without pages on a bench: real doors, both simulators in process.
 */
public final class Bench implements AutoCloseable {

	private static final String NAS = "https://nas.example:5001";

	private static final String AUTHENTIK = "https://auth.example";

	private final DsmWorld nas;

	private final AuthentikSimulator authentik;

	private LabHandler nasFront;

	private LabHandler authentikFront;

	private final HeadlessWizard wizard;

	private Bench(DsmWorld nas, AuthentikWorld authentik, String nasAddress, String authentikAddress) {
		this.nas = nas;
		this.authentik = new AuthentikSimulator(authentik);
		this.authentikFront = this.authentik;
		this.nasFront = new DsmSimulator(nas, OutboundHttp.to(this::atAuthentik));
		PeerConnectors peers = new InProcessPeers().at(nasAddress, this::atNas).at(authentikAddress, this::atAuthentik);
		this.wizard = new HeadlessWizard(peer(nasAddress), peer(authentikAddress), (context) -> context
			.registerBean("peers", PeerConnectors.class, () -> peers, (bean) -> bean.setPrimary(true)));
	}

	/** The demo's pair. */
	public static Bench of(String dsm, String authentik) {
		return new Bench(DemoNas.world(DsmVersion.of(dsm), Clock.systemDefaultZone()),
				DemoAuthentik.world(AuthentikVersion.of(authentik)), NAS, AUTHENTIK);
	}

	/** The pair that most tests use, at addresses at which others reach it too. */
	public static Bench at(String nas, String authentik) {
		return new Bench(DemoNas.world(DsmVersion.of("7.2.2"), Clock.systemDefaultZone()),
				DemoAuthentik.world(AuthentikVersion.of("2026.5")), nas, authentik);
	}

	/** The pair that most tests use. */
	public static Bench usual() {
		return of("7.2.2", "2026.5");
	}

	public <T> T room(Class<T> door) {
		return this.wizard.room(door);
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
		return this.wizard.dsmSession();
	}

	public AuthentikClient authentikClient() {
		return this.wizard.authentikClient();
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

	public HeadlessWizard wizard() {
		return this.wizard;
	}

	/** Answers as the NAS, with the faults in front of it. */
	public LabResponse atNas(LabRequest request) {
		return this.nasFront.handle(request);
	}

	/** Answers as authentik, with the faults in front of it. */
	public LabResponse atAuthentik(LabRequest request) {
		return this.authentikFront.handle(request);
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

	/** Everything that a run may change, on both sides. */
	public Map<String, Object> everything() {
		return Map.of("authentik", authentik().inventory(), "oidc", this.nas.sso().oidc(), "enabled",
				this.nas.sso().enabled(), "profile", this.nas.sso().profile(), "default",
				this.nas.sso().defaultLogin());
	}

	/** Puts everything back to what it was when it was told. */
	@SuppressWarnings("unchecked")
	public void bringBack(Map<String, Object> everything) {
		authentik().holds((Map<String, List<Map<String, Object>>>) everything.get("authentik"));
		this.nas.sso()
			.configure((Map<String, Object>) everything.get("oidc"))
			.profile((String) everything.get("profile"), (Boolean) everything.get("enabled"))
			.defaultLogin((Boolean) everything.get("default"));
	}

	@Override
	public void close() {
		this.wizard.close();
	}

	private static Peer peer(String address) {
		return new Peer(BaseUrl.parse(address), TlsTrust.publicAuthorities());
	}

}
