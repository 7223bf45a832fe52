package io.github.dsmsso.lab.dsm.sso;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.SsoSettings;

/**
 * The three objects of the page SSO Client: the OpenID Connect fields, the profile with
 * its switch, and the default way to sign in.
 */
public final class DirectorySso implements ApiFamily {

	private static final List<String> OLD_PROFILES = List.of("azure", "websphere");

	private final DsmWorld world;

	private final SsoSettings settings;

	public DirectorySso(DsmWorld world) {
		this.world = world;
		this.settings = world.sso();
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.Directory.OIDC.SSO")
			.administrators("get", (call) -> ApiAnswer.of(oidc()))
			.administrators("set", this::setOidc);
		catalogue.api("SYNO.Core.Directory.SSO.Profile")
			.administrators("list", (call) -> ApiAnswer.of(Json.object("profiles", profiles())))
			.administrators("get", (call) -> ApiAnswer.of(profile()))
			.administrators("set", this::setProfile);
		catalogue.api("SYNO.Core.Directory.SSO.Setting")
			.administrators("get",
					(call) -> ApiAnswer.of(Json.object("sso_default_login", this.settings.defaultLogin())))
			.administrators("set", this::setDefault);
		catalogue.api("SYNO.Core.Directory.SSO")
			.in(1, 1, "get", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(ssoServer()))
			.in(2, 2, "get", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(namedSsoServer()));
	}

	private Map<String, Object> oidc() {
		Map<String, Object> fields = this.settings.oidc();
		if (!this.world.assumes(DsmAssumption.SECRET_IS_READABLE)
				&& !this.settings.text("oidc_client_secret").isEmpty()) {
			fields.put("oidc_client_secret", "********");
		}
		return fields;
	}

	/**
	 * Takes any part of the fields as they stand; derives no endpoint from the discovery
	 * document, that is done by DSM's page.
	 */
	private ApiAnswer setOidc(ApiCall call) {
		Map<String, Object> fields = this.settings.from(call.parameters());
		new OidcFieldCheck(this.world).examine(call.parameters(), fields);
		return stored(() -> this.settings.configure(fields));
	}

	private Map<String, ?> profile() {
		return Json.object("sso_enable", this.settings.enabled(), "sso_profile", this.settings.profile());
	}

	private List<String> profiles() {
		List<String> profiles = new ArrayList<>(OLD_PROFILES);
		if (this.world.version().oidc()) {
			profiles.add("oidc");
		}
		if (this.world.version().entra() && !this.world.assumes(DsmAssumption.ENTRA_IS_NOT_LISTED)) {
			profiles.add("entra");
		}
		return profiles;
	}

	private ApiAnswer setProfile(ApiCall call) {
		String profile = call.parameters().string("sso_profile");
		boolean enable = call.parameters().bool("sso_enable");
		if (!profiles().contains(profile) && !(profile.isEmpty() && blankIsFine())) {
			throw DsmError.invalid("sso_profile");
		}
		return stored(() -> this.settings.profile(profile, enable));
	}

	private boolean blankIsFine() {
		return this.world.assumes(DsmAssumption.BLANK_PROFILE_IS_ACCEPTED);
	}

	private ApiAnswer setDefault(ApiCall call) {
		boolean defaultLogin = call.parameters().bool("sso_default_login");
		if (defaultLogin && !this.settings.enabled()
				&& !this.world.assumes(DsmAssumption.DEFAULT_WITHOUT_SWITCH_IS_TAKEN)) {
			throw DsmError.invalid("sso_default_login");
		}
		return stored(() -> this.settings.defaultLogin(defaultLogin));
	}

	private ApiAnswer stored(Runnable write) {
		if (!this.world.dropsWrites()) {
			write.run();
		}
		return ApiAnswer.ok();
	}

	/** Another feature: the client of Synology's own SSO Server. */
	private Map<String, ?> ssoServer() {
		return Json.object("appid", "", "enable_sso", false, "host", "", "pingpong", null, "sso_default_login",
				this.settings.defaultLogin());
	}

	private Map<String, ?> namedSsoServer() {
		return Json.object("allow_local_user", true, "appid", "", "enable_sso", false, "host", "", "name",
				"Synology SSO", "pingpong", null, "sso_default_login", this.settings.defaultLogin());
	}

}
