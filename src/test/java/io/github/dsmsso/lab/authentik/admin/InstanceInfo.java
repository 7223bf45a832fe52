package io.github.dsmsso.lab.authentik.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.SystemFlags;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** What an instance tells about itself: configuration, version, schema. */
public final class InstanceInfo {

	private final AuthentikWorld world;

	private final SystemFlags flags;

	public InstanceInfo(AuthentikWorld world) {
		this.world = world;
		this.flags = new SystemFlags(world.instance(), world.settings());
	}

	public void routes(Routes routes) {
		routes.addPublic("GET", "/root/config/", this::config)
			.addPublic("GET", "/schema/", this::schema)
			.add("GET", "/admin/version/", this::version);
		new CurrentBrand(this.world.version(), this.flags).routes(routes);
	}

	private boolean has(Behaviour behaviour) {
		return this.world.version().has(behaviour);
	}

	private LabResponse config(Call call) {
		Map<String, @Nullable Object> config = AuthentikJson.object("error_reporting",
				AuthentikJson.object("sentry_dsn", "", "enabled", false, "environment", "customer", "send_pii", false,
						"traces_sample_rate", 0.1),
				"capabilities", capabilities(), "cache_timeout", 300, "cache_timeout_flows", 300,
				"cache_timeout_policies", 300);
		if (has(Behaviour.REPUTATION_CACHE)) {
			config.put("cache_timeout_reputation", 300);
		}
		return AuthentikJson.response(200, config);
	}

	/**
	 * Those of the usual container. {@code is_enterprise} says that the code is there,
	 * not that there is a licence (seen of 2026.2.2).
	 */
	private List<String> capabilities() {
		List<String> capabilities = new ArrayList<>();
		if (!this.world.runsFromSource()) {
			capabilities.addAll(List.of("can_save_media", "can_geo_ip"));
			if (has(Behaviour.ASN_CAPABILITY)) {
				capabilities.add("can_asn");
			}
			if (has(Behaviour.REPORTS_CAPABILITY)) {
				capabilities.add("can_save_reports");
			}
		}
		capabilities.addAll(List.of("can_impersonate", "is_enterprise"));
		if (has(Behaviour.AGENT_CAPABILITIES)) {
			capabilities.addAll(List.of("can_request", "can_agent_self_service"));
		}
		return capabilities;
	}

	private LabResponse version(Call call) {
		String number = this.world.version().number();
		Map<String, @Nullable Object> version = AuthentikJson.object("version_current", number, "version_latest",
				number);
		if (has(Behaviour.VERSION_DETAILS)) {
			version.put("version_latest_valid", true);
		}
		version.put("build_hash", "");
		version.put("outdated", false);
		if (has(Behaviour.VERSION_DETAILS)) {
			version.put("outpost_outdated", false);
		}
		return AuthentikJson.response(200, version);
	}

	private LabResponse schema(Call call) {
		return AuthentikJson.response(200,
				AuthentikJson.object("openapi", "3.0.3", "info",
						AuthentikJson.object("title", "authentik", "version", this.world.version().number()), "paths",
						Map.of()));
	}

}
