package io.github.dsmsso.lab.dsm.webapi;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabRequest;
import tools.jackson.databind.JsonNode;

/** What arrived, the last few thousand requests of it. */
public final class Arrivals {

	private static final int LIMIT = 5000;

	private final Deque<Arrival> arrivals = new ArrayDeque<>();

	private final Clock clock;

	public Arrivals(Clock clock) {
		this.clock = clock;
	}

	public void call(LabRequest request, int code) {
		add(Arrival.of(this.clock.instant(), request, WebApiDispatcher.parameters(request), code));
	}

	public void page(LabRequest request) {
		add(Arrival.page(this.clock.instant(), request));
	}

	/** A member of a compound call. */
	void member(LabRequest request, JsonNode member, int code) {
		Map<String, String> parameters = new HashMap<>();
		member.properties().forEach((property) -> parameters.put(property.getKey(), property.getValue().asString("")));
		add(new Arrival(this.clock.instant(), request.method(), request.path(), parameters.get("api"),
				parameters.get("method"), parameters.get("version"), Map.of(), Arrival.masked(parameters), code, true));
	}

	private synchronized void add(Arrival arrival) {
		this.arrivals.addLast(arrival);
		if (this.arrivals.size() > LIMIT) {
			this.arrivals.removeFirst();
		}
	}

	public synchronized List<Arrival> oldestFirst() {
		return List.copyOf(this.arrivals);
	}

	public synchronized void clear() {
		this.arrivals.clear();
	}

}
