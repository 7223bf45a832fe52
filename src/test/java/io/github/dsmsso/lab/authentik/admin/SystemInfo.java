package io.github.dsmsso.lab.authentik.admin;

import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /admin/system/}: what an instance runs on, and how the asking request reached
 * it.
 */
public final class SystemInfo {

	private static final String PATH = "/admin/system/";

	private final AuthentikWorld world;

	public SystemInfo(AuthentikWorld world) {
		this.world = world;
	}

	/** A POST answers just as a GET does. */
	public void routes(Routes routes) {
		routes.add("GET", PATH, this::tell).add("POST", PATH, this::tell);
	}

	private boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	private LabResponse tell(Call call) {
		call.require("authentik_rbac.view_system_info");
		Origin origin = call.origin();
		Map<String, @Nullable Object> told = AuthentikJson.object("http_headers", headers(call), "http_host",
				origin.host(), "http_is_secure", origin.scheme().equals("https"), "runtime", runtime(), "server_time",
				TimeFormats.iso(this.world.now()), "embedded_outpost_host", origin.root());
		if (has(Behaviour.BRANDS)) {
			told.putAll(AuthentikJson.object("brand", "Default brand", "embedded_outpost_disabled", false));
		}
		else {
			told.put("tenant", "Default tenant");
		}
		if (has(Behaviour.BASE_URL)) {
			told.put("base_url", (this.world.baseUrl() != null) ? this.world.baseUrl() : "");
		}
		return AuthentikJson.response(200, told);
	}

	/** By the names that WSGI gives them, the one with the token like all the others. */
	private static Map<String, String> headers(Call call) {
		Map<String, String> headers = new java.util.TreeMap<>();
		call.request()
			.headers()
			.forEach((name, values) -> headers.put("HTTP_" + name.toUpperCase(Locale.ROOT).replace('-', '_'),
					String.join(",", values)));
		return headers;
	}

	private Map<String, @Nullable Object> runtime() {
		Map<String, @Nullable Object> runtime = AuthentikJson.object("architecture", "x86_64", "environment", "compose",
				"platform", "Linux-6.1-x86_64", "python_version", "3.12", "uname", "Linux authentik 6.1 x86_64");
		if (has(Behaviour.OPENSSL_RUNTIME)) {
			runtime.putAll(AuthentikJson.object("authentik_version", this.world.version().number(),
					"openssl_fips_enabled", null, "openssl_version", "OpenSSL 3.0"));
		}
		else {
			runtime.put("gunicorn_version", "21.2.0");
		}
		return runtime;
	}

}
