package io.github.dsmsso.lab.faults;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.time.Later;

/** What can happen to a call, and how a server on a socket is given it. */
@FunctionalInterface
public interface Disturbance extends CallEffect {

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
