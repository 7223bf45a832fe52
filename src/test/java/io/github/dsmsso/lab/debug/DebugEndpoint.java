package io.github.dsmsso.lab.debug;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.lab.faults.DisturbedServer;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.time.Later;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before a simulator on a socket. {@code /debug} is a page for people,
 * {@code /debug/requests.json} and {@code /debug/faults} are for programs; every other
 * request goes to the simulator, or suffers what was ordered.
 */
public final class DebugEndpoint implements LabHandler {

	private static final String ROOT = "/debug";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Simulator simulator;

	private final DisturbedServer server;

	private final List<FaultOrder> orders = new CopyOnWriteArrayList<>();

	private final List<Switch> switches = new CopyOnWriteArrayList<>();

	private volatile Duration delay = Duration.ZERO;

	/**
	 * The pages of a simulator.
	 * @param simulator whom it shows and switches
	 * @param server who answers, the simulator itself or something before it
	 */
	public DebugEndpoint(Simulator simulator, LabHandler server) {
		this.simulator = simulator;
		this.server = new DisturbedServer(server, Later.real());
		this.switches.add(Switch.number("slow", "milliseconds that every answer takes longer",
				(millis) -> this.delay = Duration.ofMillis(millis)));
		this.switches.addAll(simulator.switches());
	}

	/**
	 * Starts serving HTTPS on the loopback interface.
	 * @param port the port, or 0 for a free one
	 */
	public LabServer serve(LabCertificate certificate, int port) {
		LabServer server = LabServer.https(this, certificate, port);
		Map<String, Runnable> ways = new LinkedHashMap<>();
		ways.put("first", () -> server.present(certificate));
		ways.put("another", () -> server.present(LabCertificate.selfSigned("localhost", "127.0.0.1")));
		ways.put("expired", () -> server.present(LabCertificate.expired("localhost", "127.0.0.1")));
		this.switches.add(Switch.choice("certificate", "what it presents from the next handshake on", "first", ways));
		return server;
	}

	@Override
	public LabResponse handle(LabRequest request) {
		if (request.path().equals(ROOT) || request.path().startsWith(ROOT + "/")) {
			return debug(request);
		}
		waitFor(this.delay);
		return this.server.handle(request);
	}

	private static void waitFor(Duration delay) {
		CompletableFuture.runAsync(() -> {
		}, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)).join();
	}

	private LabResponse debug(LabRequest request) {
		return switch (request.path()) {
			case ROOT -> DebugPage.of(this.simulator, this.orders, this.switches);
			case ROOT + "/requests.json" -> json(200, this.simulator.requests());
			case ROOT + "/faults" -> ordered(request);
			default -> json(404, Map.of("error", "There are /debug, /debug/requests.json and /debug/faults"));
		};
	}

	private LabResponse ordered(LabRequest request) {
		try {
			obey(parametersOf(request));
		}
		catch (IllegalArgumentException ex) {
			return json(400, Map.of("error", String.valueOf(ex.getMessage())));
		}
		return cameFromAForm(request) ? LabResponse.redirect(ROOT) : json(200, state());
	}

	private synchronized void obey(Map<String, String> parameters) {
		requireToKnow(parameters.keySet());
		boolean breaks = !parameters.getOrDefault("fault", "").isEmpty();
		Optional<FaultOrder> order = breaks ? Optional.of(FaultOrder.of(parameters)) : Optional.empty();
		if (parameters.containsKey("reset")) {
			reset();
		}
		this.switches.stream()
			.filter((each) -> parameters.containsKey(each.name()))
			.forEach((each) -> each.turn().accept(parameters.get(each.name())));
		order.ifPresent(this::order);
	}

	private void requireToKnow(Set<String> names) {
		Set<String> unknown = new TreeSet<>(names);
		unknown.removeAll(FaultOrder.PARAMETERS);
		unknown.remove("reset");
		this.switches.forEach((each) -> unknown.remove(each.name()));
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("There is no switch " + String.join(", ", unknown));
		}
	}

	private void order(FaultOrder order) {
		this.server.suffers(order.fault(), order.calls());
		this.orders.add(order);
	}

	private void reset() {
		this.server.heal();
		this.orders.clear();
		this.switches.forEach(Switch::reset);
	}

	private State state() {
		Map<String, SwitchState> states = new LinkedHashMap<>();
		this.switches.forEach(
				(each) -> states.put(each.name(), new SwitchState(each.state().get(), each.normal(), each.sentence())));
		Map<String, String> faults = new LinkedHashMap<>();
		Fault.ofAServer().forEach((fault) -> faults.put(fault.name(), fault.number()));
		return new State(this.orders.stream().map(FaultOrder::toString).toList(), states, faults);
	}

	private static Map<String, String> parametersOf(LabRequest request) {
		String type = request.header("content-type");
		if (type == null || !type.startsWith("application/json")) {
			return request.parameters();
		}
		try {
			Map<String, String> parameters = new LinkedHashMap<>();
			JSON.readTree(request.body())
				.properties()
				.forEach((property) -> parameters.put(property.getKey(), property.getValue().asString()));
			return parameters;
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The body is no JSON", ex);
		}
	}

	private static boolean cameFromAForm(LabRequest request) {
		String accepted = request.header("accept");
		return request.method().equals("POST") && accepted != null && accepted.startsWith("text/html");
	}

	private static LabResponse json(int status, Object body) {
		return LabResponse.of(status, "application/json", JSON.writeValueAsString(body));
	}

	/**
	 * What a program is told: what is broken, how the switches stand, which faults exist.
	 */
	private record State(List<String> broken, Map<String, SwitchState> switches, Map<String, String> faults) {
	}

	private record SwitchState(String state, String normal, String what) {
	}

}
