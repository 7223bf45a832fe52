package io.github.dsmsso.wizard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * Listens before the simulators to what is asked and answered, and makes every answer
 * come later, each on its own.
 */
final class Exchanges {

	private final Duration latency;

	private final List<Exchange> heard = new ArrayList<>();

	Exchanges(Duration latency) {
		this.latency = latency;
	}

	/** A server that is listened to. */
	LabHandler with(Server server, LabHandler handler) {
		return (request) -> {
			long begun = System.nanoTime();
			LockSupport.parkNanos(this.latency.toNanos());
			LabResponse response = handler.handle(request);
			add(new Exchange(server, question(request), begun, System.nanoTime()));
			return response;
		};
	}

	/** What was heard since the last call, in the order in which it was answered. */
	synchronized List<Exchange> take() {
		List<Exchange> taken = List.copyOf(this.heard);
		this.heard.clear();
		return taken;
	}

	private synchronized void add(Exchange exchange) {
		this.heard.add(exchange);
	}

	private static String question(LabRequest request) {
		Map<String, String> form = request.formParameters();
		return form.containsKey("api")
				? form.get("api") + " " + form.get("method") + " " + form.getOrDefault("type", "")
				: request.method() + " " + request.target();
	}

	/**
	 * The longest sequence of exchanges each of which began after the one before had
	 * ended. Latency must outweigh the servers' own work: exchanges that could run side
	 * by side then do.
	 */
	static int longestChain(List<Exchange> exchanges) {
		int length = 0;
		long end = Long.MIN_VALUE;
		for (Exchange next : exchanges.stream().sorted(Comparator.comparing(Exchange::ended)).toList()) {
			if (next.begun() > end) {
				length++;
				end = next.ended();
			}
		}
		return length;
	}

	/** The two servers. */
	enum Server {

		/** The NAS. */
		DSM,
		/** authentik. */
		AUTHENTIK

	}

	/**
	 * A request and its answer.
	 *
	 * @param server who was asked
	 * @param question what was asked
	 * @param begun when the request arrived, by {@link System#nanoTime}
	 * @param ended when the answer was ready
	 */
	record Exchange(Server server, String question, long begun, long ended) {

	}

}
