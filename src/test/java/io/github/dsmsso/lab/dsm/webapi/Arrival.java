package io.github.dsmsso.lab.dsm.webapi;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived at the NAS. Values of secrets are never kept.
 *
 * @param time when, by the clock of the NAS
 * @param httpMethod GET or POST
 * @param path the path
 * @param api the API called, or null for a page
 * @param method the API's method, or null
 * @param version the API's version as sent, or null
 * @param query the parameters of the query, secrets replaced by stars
 * @param form the parameters of the body, secrets replaced by stars
 * @param code DSM's code of the refusal, or 0
 * @param isMember whether it came as a member of a compound
 */
public record Arrival(Instant time, String httpMethod, String path, @Nullable String api, @Nullable String method,
		@Nullable String version, Map<String, String> query, Map<String, String> form, int code, boolean isMember) {

	private static final Set<String> SECRETS = Set.of("passwd", "password", "otp_code", "oidc_client_secret",
			"azure_client_secret", "websphere_client_secret", "_sid", "SynoToken", "code", "device_id", "compound",
			"__cIpHeRtExT");

	static Arrival of(Instant time, LabRequest request, Map<String, String> parameters, int code) {
		return new Arrival(time, request.method(), request.path(), parameters.get("api"), parameters.get("method"),
				parameters.get("version"), masked(request.queryParameters()), masked(request.formParameters()), code,
				false);
	}

	/** A page of DSM, no call of the WebAPI. */
	static Arrival page(Instant time, LabRequest request) {
		return new Arrival(time, request.method(), request.path(), null, null, null, masked(request.queryParameters()),
				masked(request.formParameters()), 0, false);
	}

	/** The names of all parameters. */
	public Set<String> parameterNames() {
		Set<String> names = new TreeSet<>(this.query.keySet());
		names.addAll(this.form.keySet());
		return names;
	}

	/**
	 * Whether a secret stood in the query, where access logs and histories keep it.
	 */
	public boolean exposedSecret() {
		return this.query.entrySet()
			.stream()
			.anyMatch((parameter) -> SECRETS.contains(parameter.getKey()) && !parameter.getValue().isEmpty());
	}

	/** The API and its method in one word, such as SYNO.API.Auth/login. */
	public String call() {
		return this.api + "/" + this.method;
	}

	/** Whether it holds other calls. */
	public boolean isCompound() {
		return "SYNO.Entry.Request".equals(this.api);
	}

	/**
	 * The same under the names of the debug pages.
	 * @param members the calls that came in it
	 */
	public Map<String, Object> told(List<String> members) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("time", this.time.toString());
		told.put("http_method", this.httpMethod);
		told.put("path", this.path);
		told.put("api", Objects.requireNonNullElse(this.api, ""));
		told.put("method", Objects.requireNonNullElse(this.method, ""));
		told.put("version", Objects.requireNonNullElse(this.version, ""));
		told.put("code", this.code);
		told.put("members", members);
		told.put("query", this.query);
		told.put("form", this.form);
		return told;
	}

	static Map<String, String> masked(Map<String, String> parameters) {
		Map<String, String> masked = new TreeMap<>(parameters);
		masked.replaceAll((name, value) -> (SECRETS.contains(name) && !value.isEmpty()) ? "***" : value);
		return masked;
	}

}
