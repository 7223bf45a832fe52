package io.github.dsmsso.lab.authentik.observed;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A request that a real instance was sent.
 *
 * @param call the method and the path with its query
 * @param sender who sends it
 * @param json the body's JSON, or null for none
 * @param form the fields of a form instead, or null for none
 * @param headers further headers
 */
record ObservedCall(String call, String sender, @Nullable Object json, @Nullable Map<?, ?> form, Map<?, ?> headers) {

	static ObservedCall of(Map<?, ?> row) {
		return new ObservedCall(String.valueOf(row.get("call")),
				Objects.requireNonNullElse(row.get("as"), "administrator").toString(), row.get("send"),
				(Map<?, ?>) row.get("form"), Objects.requireNonNullElse((Map<?, ?>) row.get("with"), Map.of()));
	}

	String method() {
		return this.call.split(" ")[0];
	}

	String target() {
		return this.call.split(" ", 2)[1];
	}

}
