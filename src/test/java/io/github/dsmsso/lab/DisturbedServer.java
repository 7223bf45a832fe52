package io.github.dsmsso.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * A server whose calls go wrong where it was told. Of several disturbances that meet in
 * one call, the one that was told first happens; all of them count the call.
 */
public final class DisturbedServer implements LabHandler {

	private final LabHandler server;

	private final Later later;

	private final List<Placement> placements = new CopyOnWriteArrayList<>();

	public DisturbedServer(LabHandler server, Later later) {
		this.server = server;
		this.later = later;
	}

	/** From now on this happens to these calls. */
	public DisturbedServer suffers(Disturbance disturbance, Calls calls) {
		this.placements.add(new Placement(disturbance, calls, new AtomicInteger()));
		return this;
	}

	/** From now on nothing happens any more. */
	public void heal() {
		this.placements.clear();
	}

	@Override
	public LabResponse handle(LabRequest request) {
		List<Placement> struck = this.placements.stream().filter((placement) -> placement.meets(request)).toList();
		return struck.isEmpty() ? this.server.handle(request)
				: struck.get(0).disturbance().strike(this.server, request, this.later);
	}

	private record Placement(Disturbance disturbance, Calls calls, AtomicInteger counted) {

		boolean meets(LabRequest request) {
			boolean ofKind = this.calls.kind().test(request);
			int number = ofKind ? this.counted.incrementAndGet() : this.counted.get();
			return (ofKind || this.calls.everything()) && number >= this.calls.first()
					&& number - this.calls.first() < this.calls.times();
		}

	}

}
