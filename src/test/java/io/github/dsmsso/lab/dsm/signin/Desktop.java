package io.github.dsmsso.lab.dsm.signin;

import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.NasSession;
import io.github.dsmsso.lab.dsm.world.SsoSettings;
import org.jspecify.annotations.Nullable;

/** What DSM's own page reads about itself, before and after a sign-in. */
public final class Desktop implements ApiFamily {

	private final DsmWorld world;

	public Desktop(DsmWorld world) {
		this.world = world;
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.Desktop.SessionData")
			.in(1, 1, "getjs", Access.ANYONE, (call) -> ApiAnswer.script(script(call)));
		catalogue.api("SYNO.Core.Desktop.Initdata")
			.anyone("get", (call) -> ApiAnswer.of(Json.object("Session", initData(call.session()))));
		catalogue.api("SYNO.Core.Desktop.Timeout")
			.users("check",
					(call) -> ApiAnswer.of(Json.object("timeout", this.world.sessions().idleLimit().toMinutes())));
	}

	private String script(ApiCall call) {
		return """
				if (typeof(SYNO) === 'undefined') {SYNO = {};}
				SYNO.SDS = SYNO.SDS || {};
				SYNO.SDS.Session = %s
				;
				""".formatted(Json.write(sessionData(call.session())));
	}

	/** The keys a sign-in page goes by. */
	Map<String, @Nullable Object> sessionData(@Nullable NasSession session) {
		DsmVersion version = this.world.version();
		Map<String, @Nullable Object> data = Json.object("buildphase", "GM", "configured", true, "custom_login_title",
				this.world.welcome(), "date_format", "Y-m-d", "diskless", false, "dsm_http_port",
				this.world.web().httpPort(), "dsm_https_port", this.world.web().httpsPort(), "dsm_upgrade_all_done",
				true, "enable_http_negotiate", false, "enable_syno_token", "yes", "fullversion", fullVersion(),
				"hostname", this.world.hostname(), "isLogined", session != null, "isMobileDevice", false, "is_secure",
				true, "lang", "enu", "login_style", "tpl1", "login_version_logo", false, "login_welcome_msg", "",
				"login_welcome_title", this.world.welcome(), "public_access", false, "sso_appid", "",
				"sso_default_login", this.world.sso().defaultLogin(), "sso_server", "", "sso_support", true,
				"time_format", "H:i", "version", String.valueOf(version.build()));
		if (version.oidc()) {
			data.put("oidc_sso_enable", showsButton());
		}
		if (version.oidc() && this.world.assumes(DsmAssumption.CAPTION_IS_OIDC_NAME)) {
			data.put("oidc_name", this.world.sso().text("oidc_name"));
		}
		if (version.tellsOfSamlAndCas()) {
			data.putAll(Json.object("cas_name", "CAS", "cas_service_ids", "", "cas_sso_enable", false,
					"dsm_upgrade_pgsql_status", "", "saml_name", "SAML", "saml_sso_acs", "", "saml_sso_enable", false,
					"sso_name", "Synology SSO"));
		}
		return data;
	}

	private boolean showsButton() {
		SsoSettings sso = this.world.sso();
		return sso.offersOidc() && (sso.isComplete() || this.world.assumes(DsmAssumption.BUTTON_WITHOUT_SETTINGS));
	}

	private Map<String, @Nullable Object> initData(@Nullable NasSession session) {
		DsmVersion version = this.world.version();
		Map<String, @Nullable Object> data = Json.object("builddate", version.date(), "buildphase", "GM", "dsm_timeout",
				this.world.sessions().idleLimit().toMinutes(), "fullversion", fullVersion(), "hostname",
				this.world.hostname(), "isLogined", session != null, "is_secure", true, "lang", "enu", "majorversion",
				version.part(0), "minorversion", version.part(1), "productversion", version.product(), "smallfixnumber",
				String.valueOf(version.update()), "sso_appid", "", "sso_server", "", "sso_support", true, "timezone",
				"Amsterdam", "version", String.valueOf(version.build()));
		if (session != null) {
			data.putAll(Json.object("authType", "local", "domainUser", "false", "is_admin",
					session.account().isAdministrator(), "user", session.account().name()));
		}
		return data;
	}

	private String fullVersion() {
		return this.world.version().build() + "-s" + this.world.version().update();
	}

}
