package io.github.dsmsso.lab.dsm.system;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.WebSettings;
import org.jspecify.annotations.Nullable;

/** Ports and names of DSM's web server, and its rules of security. */
public final class WebReads implements ApiFamily {

	private final DsmWorld world;

	public WebReads(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.Web.DSM").administrators("get", this::web);
		catalogue.api("SYNO.Core.Web.DSM.External")
			.administrators("get",
					(call) -> ApiAnswer.of(Json.object("hostname", this.world.web().externalHostname())));
		catalogue.api("SYNO.Core.AppPortal").administrators("list", (call) -> ApiAnswer.of(portals()));
		catalogue.api("SYNO.Core.Security.DSM").administrators("get", this::security);
		catalogue.api("SYNO.Core.Security.DSM.Embed")
			.administrators("get", (call) -> ApiAnswer.of(Json.object("enable_block", true, "whitelist", List.of())));
		catalogue.api("SYNO.Core.Security.DSM.Proxy")
			.administrators("get", (call) -> ApiAnswer.of(Json.object("proxylist", List.of())));
		catalogue.api("SYNO.Core.Security.AutoBlock")
			.administrators("get", (call) -> ApiAnswer.of(this.world.autoBlock().settings()));
		catalogue.api("SYNO.Core.SmartBlock")
			.administrators("get", (call) -> ApiAnswer.of(Json.object("enabled", true, "trust_lock", 30, "trust_minute",
					1, "trust_try", 10, "untrust_lock", 30, "untrust_minute", 1, "untrust_try", 5)));
		catalogue.api("SYNO.Core.OTP.EnforcePolicy")
			.administrators("get", (call) -> ApiAnswer.of(Json.object("otp_enforce_option", "none")));
		catalogue.api("SYNO.SecureSignIn.AMFA.Policy")
			.administrators("get",
					(call) -> ApiAnswer.of(Json.object("group_list", "", "type", "administrators", "user_list", "")));
	}

	private ApiAnswer web(ApiCall call) {
		WebSettings web = this.world.web();
		Map<String, @Nullable Object> data = Json.object("enable_avahi", true, "enable_custom_domain",
				web.fqdn() != null, "enable_hsts", false, "enable_https_redirect", web.httpsRedirect(),
				"enable_max_connections", false, "enable_reuseport", false, "enable_server_header", true, "enable_spdy",
				true, "enable_ssdp", true, "fqdn", web.fqdn(), "http_port", web.httpPort(), "https_port",
				web.httpsPort(), "max_connections", 2048, "max_connections_limit",
				Json.object("lower", 512, "upper", 10240), "server_header", "nginx", "support_reuseport", true);
		if (call.version() == 1) {
			data.put("enable_https", true);
		}
		if (this.world.version().namesMainApp()) {
			data.put("main_app", "SYNO.SDS.App.FileStation3.Instance");
		}
		return ApiAnswer.of(data);
	}

	/**
	 * Surveillance Station has an alias and a port, and with them the fields of a domain,
	 * as in the published answer of a real box (N4S4/synology-api, LoginPortal.py); the
	 * others have neither.
	 */
	private Map<String, @Nullable Object> portals() {
		Map<String, @Nullable Object> drive = portal("Synology Drive", "SYNO.SDS.Drive.Application");
		if (this.world.web().driveDomain() != null) {
			drive.putAll(Json.object("acl", null, "fqdn", this.world.web().driveDomain(), "hsts", false));
		}
		Map<String, @Nullable Object> surveillance = portal("Surveillance Station", "SYNO.SDS.SurveillanceStation");
		surveillance.putAll(Json.object("acl", null, "alias", "cam", "fqdn", null, "hsts", false, "http_port", 9900));
		return Json.object("portal",
				List.of(portal("File Station", "SYNO.SDS.App.FileStation3.Instance"), surveillance, drive));
	}

	private static Map<String, @Nullable Object> portal(String name, String id) {
		return Json.object("display_name", name, "enable_redirect", false, "id", id);
	}

	private ApiAnswer security(ApiCall call) {
		Map<String, @Nullable Object> data = Json.object("enable_csrf_protection", true, "skip_ip_checking", false,
				"timeout", this.world.sessions().idleLimit().toMinutes());
		if (call.version() > 1) {
			data.put("csp_header_option", true);
			data.put("restart_clean_session", false);
		}
		return ApiAnswer.of(data);
	}

}
