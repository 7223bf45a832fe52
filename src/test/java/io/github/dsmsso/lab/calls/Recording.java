package io.github.dsmsso.lab.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * What was said to both systems, in order. It stands before everything that disturbs a
 * call, so it hears also what never arrives.
 */
public final class Recording {

	private final Clock clock;

	private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

	public Recording(Clock clock) {
		this.clock = clock;
	}

	/** The same server, recorded. */
	public LabHandler of(Side side, LabHandler server) {
		return (request) -> {
			Instant at = this.clock.instant();
			LabResponse response = server.handle(request);
			this.exchanges.add(new Exchange(side, CallName.of(request), at, request, response, false));
			CompoundCall.of(request)
				.ifPresent((compound) -> this.exchanges.addAll(members(side, at, compound, response)));
			return response;
		};
	}

	private static List<Exchange> members(Side side, Instant at, CompoundCall compound, LabResponse response) {
		return compound.each((place) -> {
			LabRequest member = compound.members().get(place);
			return new Exchange(side, CallName.of(member), at, member, compound.answerTo(place, response), true);
		});
	}

	/** Everything so far, oldest first; a compound before its members. */
	public List<Exchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

	/** The writes among it. */
	public List<Exchange> writes() {
		return this.exchanges.stream()
			.filter((exchange) -> exchange.call().isWrite() && CompoundCall.of(exchange.request()).isEmpty())
			.toList();
	}

	/** Forgets everything so far. */
	public Recording startAnew() {
		this.exchanges.clear();
		return this;
	}

	/**
	 * The sites of the calls so far, oldest first. Where both systems are read at the
	 * same time, the order between them is by chance.
	 */
	public List<CallSite> sites() {
		Map<String, Integer> counted = new HashMap<>();
		List<CallSite> sites = new ArrayList<>();
		for (Exchange exchange : this.exchanges) {
			int occurrence = counted.merge(exchange.side() + exchange.call().text(), 1, Integer::sum);
			sites.add(new CallSite(exchange.side(), exchange.call(), occurrence, exchange.isRequest()));
		}
		return sites;
	}

	/**
	 * A call and its answer. Secrets are in both: for comparison, not for printing.
	 *
	 * @param side who was called
	 * @param call the name of the call
	 * @param at when, by the laboratory's clock
	 * @param request what was sent
	 * @param response what came back, and how
	 * @param isMember whether it was part of a compound
	 */
	public record Exchange(Side side, CallName call, Instant at, LabRequest request, LabResponse response,
			boolean isMember) {

		private boolean isRequest() {
			boolean ofACompound = this.isMember || CompoundCall.of(this.request).isPresent();
			return !ofACompound || this.isMember == this.call.isWrite();
		}

		@Override
		public String toString() {
			return this.at + " " + this.side + " " + this.call + " -> " + this.response.status() + " "
					+ this.response.delivery();
		}

	}

}
