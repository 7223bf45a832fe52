package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * A bench on which wizards end and are started anew. Both systems can be reached from
 * other processes too, and be brought back to what they were.
 */
final class RestartBench implements AutoCloseable {

	private final DsmWorld nas;

	private final AuthentikSimulator authentik;

	private volatile LabHandler nasFront;

	private volatile LabHandler authentikFront;

	private final HeadlessWizard wizard;

	/** The demo's pair, in process alone. */
	RestartBench() {
		this("https://nas.example:5001", "https://auth.example");
	}

	/** The demo's pair at addresses at which others reach it too. */
	RestartBench(String nasAddress, String authentikAddress) {
		this.authentik = new AuthentikSimulator(DemoAuthentik.world(AuthentikVersion.of("2026.5")));
		this.authentikFront = this.authentik;
		this.nas = DemoNas.world(DsmVersion.of("7.2.2"), Clock.systemDefaultZone());
		this.nasFront = new DsmSimulator(this.nas, OutboundHttp.to(this::atAuthentik));
		this.wizard = new HeadlessWizard(peer(nasAddress), peer(authentikAddress),
				(context) -> context.registerBean("peers", PeerConnectors.class,
						() -> new InProcessPeers(new VirtualTime(), context.getBean(HttpProperties.class))
							.at(nasAddress, this::atNas)
							.at(authentikAddress, this::atAuthentik),
						(bean) -> bean.setPrimary(true)));
	}

	DsmWorld nas() {
		return this.nas;
	}

	AuthentikWorld authentik() {
		return this.authentik.world();
	}

	/** Puts a fault in front of the NAS. */
	RestartBench nasSuffers(UnaryOperator<LabHandler> fault) {
		this.nasFront = fault.apply(this.nasFront);
		return this;
	}

	/** Puts a fault in front of authentik. */
	RestartBench authentikSuffers(UnaryOperator<LabHandler> fault) {
		this.authentikFront = fault.apply(this.authentikFront);
		return this;
	}

	HeadlessWizard wizard() {
		return this.wizard;
	}

	/** Answers as the NAS, with the faults in front of it. */
	LabResponse atNas(LabRequest request) {
		return this.nasFront.handle(request);
	}

	/** Answers as authentik, with the faults in front of it. */
	LabResponse atAuthentik(LabRequest request) {
		return this.authentikFront.handle(request);
	}

	/** The secret of the only provider, as authentik stores it. */
	String clientSecret() {
		return authentik().inventory()
			.get("oauth2provider")
			.stream()
			.map((provider) -> String.valueOf(provider.get("client_secret")))
			.collect(Collectors.joining(", "));
	}

	/** Everything that a run may change, on both sides. */
	Map<String, Object> everything() {
		return Map.of("authentik", authentik().inventory(), "oidc", this.nas.sso().oidc(), "enabled",
				this.nas.sso().enabled(), "profile", this.nas.sso().profile(), "default",
				this.nas.sso().defaultLogin());
	}

	/** Puts everything back to what it was when it was told. */
	@SuppressWarnings("unchecked")
	void bringBack(Map<String, Object> everything) {
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
