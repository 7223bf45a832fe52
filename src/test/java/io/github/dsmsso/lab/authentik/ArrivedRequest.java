package io.github.dsmsso.lab.authentik;

import java.time.Instant;
import java.util.Set;

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
}
