package io.github.dsmsso.lab;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;

/**
 * A way in which a call goes wrong once.
 */
public enum Fault {

	/** The request is lost on its way. */
	LOST_BEFORE {

		@Override
		LabResponse spoil(LabHandler server, LabRequest request) {
			return LabResponse.html(200, "").delivered(Delivery.LOST);
		}

	},
	/** The request is done and the answer is lost. */
	LOST_AFTER {

		@Override
		LabResponse spoil(LabHandler server, LabRequest request) {
			return server.handle(request).delivered(Delivery.LOST);
		}

	},
	/** A proxy gives up before the request is done. */
	BAD_GATEWAY {

		@Override
		LabResponse spoil(LabHandler server, LabRequest request) {
			return LabResponse.html(502, "<html><title>Bad gateway</title></html>");
		}

	},
	/** The request is done, and the server stumbles over its answer. */
	SERVER_ERROR_AFTER {

		@Override
		LabResponse spoil(LabHandler server, LabRequest request) {
			server.handle(request);
			return LabResponse.html(500, "<html><title>Server error</title></html>");
		}

	},
	/** The request is done, and half of the answer arrives. */
	TRUNCATED_AFTER {

		@Override
		LabResponse spoil(LabHandler server, LabRequest request) {
			String answer = server.handle(request).text();
			return LabResponse.of(200, "application/json", answer.substring(0, answer.length() / 2));
		}

	};

	abstract LabResponse spoil(LabHandler server, LabRequest request);

	/** A server for which the first request of a kind goes wrong this way. */
	public UnaryOperator<LabHandler> atFirst(Predicate<LabRequest> kind) {
		return at(kind, 1);
	}

	/** A server for which every request of a kind goes wrong this way. */
	public UnaryOperator<LabHandler> always(Predicate<LabRequest> kind) {
		return at(kind, Integer.MAX_VALUE);
	}

	private UnaryOperator<LabHandler> at(Predicate<LabRequest> kind, int times) {
		int[] left = { times };
		return (server) -> (request) -> (kind.test(request) && left[0]-- > 0) ? spoil(server, request)
				: server.handle(request);
	}

	/** A call of DSM's WebAPI. */
	public static Predicate<LabRequest> call(String api, String method) {
		return (request) -> api.equals(request.parameters().get("api"))
				&& method.equals(request.parameters().get("method"));
	}

	/**
	 * A call of authentik's API by HTTP method and the beginning of its path below
	 * {@code /api/v3}.
	 */
	public static Predicate<LabRequest> request(String method, String path) {
		return (request) -> method.equals(request.method()) && request.path().startsWith("/api/v3" + path);
	}

}
