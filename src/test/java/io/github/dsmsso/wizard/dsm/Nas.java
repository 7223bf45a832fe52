package io.github.dsmsso.wizard.dsm;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.calls.CompoundCall;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.TestPeerClients;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;

/**
 * The laboratory's NAS with the wizard's client, and a record of all that is sent.
 */
final class Nas implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	static final String ADMINISTRATOR = DemoNas.ADMINISTRATOR;

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final List<LabRequest> requests = new CopyOnWriteArrayList<>();

	private final List<LabRequest> heard = new CopyOnWriteArrayList<>();

	private final RunningDsm running;

	private DsmApi api = new HttpDsmApi(TestPeerClients.patient(), CLOCK);

	private volatile LabHandler front;

	private Nas(RunningDsm running) {
		this.running = running;
		this.front = running.simulator();
		running.behind((nas) -> this::handle);
	}

	/** The NAS of the demo. */
	static Nas running(DsmVersion version) {
		DsmWorld world = DemoNas.world(version, CLOCK);
		return new Nas(RunningDsm.start(world, (origin, request) -> {
			throw new ConnectException();
		}, CERTIFICATE, 0));
	}

	static Nas running() {
		return running(DsmVersion.DSM_7_2_2);
	}

	/** It is reached without a socket from now on: whoever waits for it loses no time. */
	Nas withoutASocket() {
		this.api = new HttpDsmApi(TestPeerClients.inProcess(this.running.address(), this::handle), CLOCK);
		return this;
	}

	private LabResponse handle(LabRequest request) {
		this.requests.add(request);
		this.heard.add(request);
		CompoundCall.of(request).ifPresent((compound) -> this.heard.addAll(compound.members()));
		return this.front.handle(request);
	}

	DsmWorld world() {
		return this.running.world();
	}

	DsmApi api() {
		return this.api;
	}

	Peer peer() {
		return new Peer(BaseUrl.parse(this.running.address()), TlsTrust.in(new Fingerprint(CERTIFICATE.fingerprint())));
	}

	/** Discovered; from now on the NAS refuses every value that is not JSON. */
	DsmServer discovered() {
		world().takesOnlyJsonValues(true);
		return this.api.discover(peer());
	}

	SignIn signIn(String account) {
		return this.api.signIn(discovered(), new DsmCredentials(account, Secret.of(DemoNas.PASSWORD), null));
	}

	SignIn signIn(String account, String code) {
		return this.api.signIn(discovered(), new DsmCredentials(account, Secret.of(DemoNas.PASSWORD), Secret.of(code)));
	}

	DsmSession session() {
		return signIn(ADMINISTRATOR).requireSession();
	}

	/** Answers the calls of one method itself, in DSM's place. */
	Nas answering(String call, LabResponse answer) {
		return answering((request) -> isCall(request, call), answer);
	}

	Nas answering(String call, String json) {
		return answering(call, LabResponse.of(200, "application/json; charset=\"UTF-8\"", json));
	}

	Nas answering(Predicate<LabRequest> which, LabResponse answer) {
		return otherwise(which, (nas) -> (request) -> answer);
	}

	/** Lets DSM do what a call asks for, but spoils its answer. */
	Nas spoiling(String call, LabResponse.Delivery delivery) {
		return otherwise((request) -> isCall(request, call),
				(nas) -> (request) -> nas.handle(request).delivered(delivery));
	}

	/** Lets somebody else answer some calls, be they alone or members of a compound. */
	private Nas otherwise(Predicate<LabRequest> which, UnaryOperator<LabHandler> other) {
		Disturbance disturbance = (server, request, later) -> other.apply(server).handle(request);
		behind(disturbance.always(which));
		return this;
	}

	/** Refuses a call where it comes in one request with others, and there alone. */
	Nas refusingMembers(String call, int code) {
		behind((nas) -> (request) -> CompoundCall.of(request)
			.map((compound) -> compound.answer(nas,
					compound.those((member) -> isCall(member, call), (member) -> refusal(code))))
			.orElseGet(() -> nas.handle(request)));
		return this;
	}

	private static LabResponse refusal(int code) {
		return LabResponse.of(200, "application/json", "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
	}

	/** What was heard, a compound as one. */
	List<LabRequest> requests() {
		return this.requests;
	}

	/** What was heard, a compound and then its members. */
	List<LabRequest> heard() {
		return this.heard;
	}

	List<LabRequest> heard(String call) {
		return this.heard.stream().filter((request) -> isCall(request, call)).toList();
	}

	void forget() {
		this.heard.clear();
		this.requests.clear();
	}

	private void behind(UnaryOperator<LabHandler> fault) {
		this.front = fault.apply(this.front);
	}

	/** Whether a request calls an API's method, written as {@code API/method}. */
	private static boolean isCall(LabRequest request, String call) {
		return call.equals(request.parameters().get("api") + "/" + request.parameters().get("method"));
	}

	@Override
	public void close() {
		this.running.close();
	}

}
