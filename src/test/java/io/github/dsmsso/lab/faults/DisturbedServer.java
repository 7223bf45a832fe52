package io.github.dsmsso.lab.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.CompoundCall;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.time.Later;

/**
 * A server whose calls go wrong where it was told. Of several disturbances that meet in
 * one call, the one that was told first happens; all of them count the call. A call that
 * is a member of a compound can go wrong as one alone.
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
	public DisturbedServer suffers(CallEffect effect, Calls calls) {
		this.placements.add(new Placement(effect, calls, new AtomicInteger()));
		return this;
	}

	/** From now on nothing happens any more. */
	public void heal() {
		this.placements.clear();
	}

	@Override
	public LabResponse handle(LabRequest request) {
		Optional<LabHandler> struck = struck(request, (placement) -> true);
		Optional<CompoundCall> compound = CompoundCall.of(request);
		Map<Integer, LabHandler> members = compound.map(this::struckMembers).orElse(Map.of());
		if (struck.isPresent() || members.isEmpty()) {
			return struck.orElse(this.server).handle(request);
		}
		return compound.get().answer(this.server, members);
	}

	/** Who answers in the server's place; empty where it does itself. */
	private Optional<LabHandler> struck(LabRequest request, Predicate<Placement> which) {
		return this.placements.stream()
			.filter(which)
			.filter((placement) -> placement.meets(request))
			.toList()
			.stream()
			.findFirst()
			.map((placement) -> (asked) -> placement.effect().strike(this.server, asked, this.later));
	}

	/** What is meant for requests of any kind is not meant for their members. */
	private Map<Integer, LabHandler> struckMembers(CompoundCall compound) {
		Map<Integer, LabHandler> struck = new TreeMap<>();
		for (int place = 0; place < compound.members().size(); place++) {
			int member = place;
			struck(compound.members().get(place), (placement) -> !placement.calls().kind().test(compound.request()))
				.ifPresent((other) -> struck.put(member, other));
		}
		return struck;
	}

	private record Placement(CallEffect effect, Calls calls, AtomicInteger counted) {

		boolean meets(LabRequest request) {
			boolean ofKind = this.calls.kind().test(request);
			int number = ofKind ? this.counted.incrementAndGet() : this.counted.get();
			return (ofKind || this.calls.everything()) && number >= this.calls.first()
					&& number - this.calls.first() < this.calls.times();
		}

	}

}
