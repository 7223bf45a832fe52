package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.scenarios.Difference.Border;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;
import static io.github.dsmsso.lab.authentik.scenarios.Difference.between;

/** The release notes of an instance as a whole: configuration, brands, paths. */
final class InstanceDifferences {

	private InstanceDifferences() {
	}

	static Stream<Difference> all() {
		return Stream.concat(asAWhole(), inRefusals());
	}

	private static Stream<Difference> inRefusals() {
		Border february = between("2023.10.7", "2024.2.4");
		Border summer = between("2024.2.4", "2024.8.4");
		return Stream.of(
				february.notes(
						KEY_NAMES_ARE_CHECKED, "a taken name of a key is refused, and no internal error", (
								api) -> api
									.post("/crypto/certificatekeypairs/generate/",
											Map.of("common_name", "authentik Self-signed Certificate", "validity_days",
													9))
									.status() == 400),
				summer.notes(MISSING_OBJECTS_ARE_NAMED, "what is missing is named by its class",
						(api) -> api.get("/providers/oauth2/99999/")
							.text("/detail")
							.equals("No OAuth2Provider matches the given query.")),
				summer.notes(NULL_PARENT_NAMES, "the groups of users name the parent that they do not have",
						(api) -> api.get("/core/users/?username=anna").has("/results/0/groups_obj/0/parent_name")),
				between("2025.4.4", "2025.8.6").notes(NULL_BACKCHANNEL_NAMES,
						"a provider names the application that it does not have for the back channel",
						(api) -> api.createProvider("nas").has("/assigned_backchannel_application_slug")),
				between("2025.10.4", "2025.12.6").notes(BEARERS_ONLY, "another scheme than Bearer is nobody's",
						(api) -> api.anonymous()
							.with("Authorization", "Basic YW5uYTp4")
							.get("/api/v3/core/users/me/")
							.text("/detail")
							.equals("Authentication credentials were not provided.")));
	}

	private static Stream<Difference> asAWhole() {
		Border february = between("2023.10.7", "2024.2.4");
		Border summer = between("2024.2.4", "2024.8.4");
		return Stream.of(
				february.notes(BRANDS, "tenants are called brands",
						(api) -> api.get("/core/brands/current/").status() == 200
								&& api.get("/core/tenants/current/").status() == 404),
				february.notes(BRANDS, "events name a brand, not a tenant", (api) -> {
					api.connect("nas");
					return api.get("/events/events/").has("/results/0/brand");
				}), february.notes(BRANDS, "the filter tenant_name is called brand_name", (api) -> {
					api.connect("nas");
					return api.get("/events/events/?brand_name=nobody").text("/pagination/count").equals("0");
				}),
				february.notes(BRANDS, "system settings are part of the API",
						(api) -> api.get("/admin/settings/").status() == 200),
				february.notes(BRANDS, "the list of tenants is one of brands",
						(api) -> api.get("/core/tenants/").status() == 404
								&& api.get("/core/brands/").column("domain").equals(List.of("authentik-default"))),
				february.notes(BRANDS, "the system names its brand, not its tenant",
						(api) -> api.get("/admin/system/").text("/brand").equals("Default brand")
								&& !api.get("/admin/system/").has("/tenant")),
				summer.notes(OPENSSL_RUNTIME, "the system tells OpenSSL, not gunicorn",
						(api) -> api.get("/admin/system/").has("/runtime/openssl_version")
								&& !api.get("/admin/system/").has("/runtime/gunicorn_version")),
				between("2026.5.6", "2026.8.3").notes(BASE_URL, "the system tells its base URL",
						(api) -> api.send("POST", "/admin/system/").has("/base_url")),
				february.notes(ASN_CAPABILITY, "can_asn is a capability", (api) -> isCapable(api, "can_asn")),
				summer.notes(VERSION_DETAILS, "the version tells version_latest_valid",
						(api) -> api.get("/admin/version/").has("/version_latest_valid")),
				summer.notes(VERSION_DETAILS, "the version tells outpost_outdated",
						(api) -> api.get("/admin/version/").has("/outpost_outdated")),
				between("2024.10.5", "2024.12.5").notes(WEB_PATH, "an instance can live below a path", (api) -> {
					api.world().livesBelow("/sso/");
					return api.anonymous().get("/sso/api/v3/root/config/").status() == 200;
				}),
				between("2025.8.6", "2025.10.4").notes(REPUTATION_CACHE, "cache_timeout_reputation is gone",
						(api) -> !api.get("/root/config/").has("/cache_timeout_reputation")),
				between("2025.10.4", "2025.12.6").notes(REPORTS_CAPABILITY, "can_save_reports is a capability",
						(api) -> isCapable(api, "can_save_reports")),
				between("2025.10.4", "2025.12.6").notes(REPORTS_CAPABILITY, "export_ready is an action",
						(api) -> api.get("/events/events/?actions=export_ready").status() == 200),
				between("2026.5.6", "2026.8.3").notes(AGENT_CAPABILITIES, "can_request is a capability",
						(api) -> isCapable(api, "can_request")),
				between("2026.5.6", "2026.8.3").notes(AGENT_CAPABILITIES, "access_request_created is an action",
						(api) -> api.get("/events/events/?actions=access_request_created").status() == 200),
				between("2026.5.6", "2026.8.3").notes(UNKNOWN_PATH_IS_404, "a write to an unknown path is 404",
						(api) -> api.send("POST", "/core/nothing/").status() == 404));
	}

	private static boolean isCapable(ApiScene api, String capability) {
		return api.get("/root/config/").json().at("/capabilities").toString().contains(capability);
	}

}
