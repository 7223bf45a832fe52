package io.github.dsmsso.lab;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/** What can happen to a call. */
@FunctionalInterface
public interface Disturbance {

	/**
	 * Lets it happen.
	 * @param server who would answer
	 * @param request what was sent
	 * @param later does what is to happen after the caller has given up
	 */
	LabResponse strike(LabHandler server, LabRequest request, Later later);

	/** Somebody else changes something just before the call arrives. */
	static Disturbance meanwhile(Runnable edit) {
		return (server, request, later) -> {
			edit.run();
			return server.handle(request);
		};
	}

	/**
	 * A server on a socket for which it happens to the first request of a kind.
	 */
	default UnaryOperator<LabHandler> atFirst(Predicate<LabRequest> kind) {
		return at(Calls.first(kind));
	}

	/**
	 * A server on a socket for which it happens to every request of a kind.
	 */
	default UnaryOperator<LabHandler> always(Predicate<LabRequest> kind) {
		return at(Calls.all(kind));
	}

	/** A server on a socket for which it happens to these calls. */
	default UnaryOperator<LabHandler> at(Calls calls) {
		return (server) -> new DisturbedServer(server, Later.real()).suffers(this, calls);
	}

}
