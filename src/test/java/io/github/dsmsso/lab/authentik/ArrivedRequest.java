package io.github.dsmsso.lab.authentik;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.dsmsso.lab.authentik.store.AuthentikJson;

/**
 * A request that arrived, without anything secret: neither headers nor values.
 *
 * @param at when, by the world's clock
 * @param method the HTTP method
 * @param path the path without the query
 * @param queryParameters the names of the query's parameters
 * @param status the status of the answer
 */
public record ArrivedRequest(Instant at, String method, String path, Set<String> queryParameters, int status) {

	/** The same under the names of the debug pages. */
	Map<String, Object> told() {
		return AuthentikJson.object("time", this.at.toString(), "http_method", this.method, "path", this.path, "query",
				String.join(" ", new TreeSet<>(this.queryParameters)), "status", this.status);
	}

}
