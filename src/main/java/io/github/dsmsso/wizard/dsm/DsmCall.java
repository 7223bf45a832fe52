package io.github.dsmsso.wizard.dsm;

import java.util.OptionalInt;

import io.github.dsmsso.wizard.dsm.DsmCapabilities.AdvertisedApi;

/**
 * Everything this wizard ever calls. The version is chosen for each method, not for each
 * API: several APIs advertise a newest version in which the method we need is gone.
 */
enum DsmCall {

	QUERY_APIS("SYNO.API.Info", "query", 1, 1),

	/** Several calls in one request. */
	COMPOUND("SYNO.Entry.Request", "request", 1, 1),

	ENCRYPTION_INFO("SYNO.API.Encryption", "getinfo", 1, 1),

	LOGIN_PAGE("SYNO.Core.Desktop.SessionData", "getjs", 1, 1),

	LOGIN("SYNO.API.Auth", "login", 6, 7),

	LOGOUT("SYNO.API.Auth", "logout", 1, 7),

	GET_OIDC_SSO("SYNO.Core.Directory.OIDC.SSO", "get", 1, 1),

	SET_OIDC_SSO("SYNO.Core.Directory.OIDC.SSO", "set", 1, 1),

	GET_SSO_PROFILE("SYNO.Core.Directory.SSO.Profile", "get", 1, 1),

	SET_SSO_PROFILE("SYNO.Core.Directory.SSO.Profile", "set", 1, 1),

	GET_SSO_SETTING("SYNO.Core.Directory.SSO.Setting", "get", 1, 1),

	SET_SSO_SETTING("SYNO.Core.Directory.SSO.Setting", "set", 1, 1),

	GET_SAML("SYNO.Core.Directory.SSO.SAML", "get", 1, 1),

	GET_CAS("SYNO.Core.Directory.SSO.CAS", "get", 1, 1),

	GET_SYNOLOGY_SSO("SYNO.Core.Directory.SSO", "get", 1, 2),

	GET_DOMAIN("SYNO.Core.Directory.Domain", "get", 1, 1),

	GET_LDAP("SYNO.Core.Directory.LDAP", "get", 1, 2),

	GET_INFO("SYNO.DSM.Info", "getinfo", 1, 2),

	GET_NETWORK("SYNO.Core.Network", "get", 1, 2),

	GET_WEB("SYNO.Core.Web.DSM", "get", 1, 2),

	GET_WEB_EXTERNAL("SYNO.Core.Web.DSM.External", "get", 1, 1),

	LIST_APP_PORTALS("SYNO.Core.AppPortal", "list", 1, 2),

	LIST_USERS("SYNO.Core.User", "list", 1, 1),

	LIST_MEMBERS("SYNO.Core.Group.Member", "list", 1, 1),

	LIST_APP_RULES("SYNO.Core.AppPriv.Rule", "list", 1, 1),

	LIST_CONNECTIONS("SYNO.Core.CurrentConnection", "list", 1, 1);

	private final String api;

	private final String method;

	private final int oldest;

	private final int newest;

	DsmCall(String api, String method, int oldest, int newest) {
		this.api = api;
		this.method = method;
		this.oldest = oldest;
		this.newest = newest;
	}

	String api() {
		return this.api;
	}

	String method() {
		return this.method;
	}

	/** The newest version that both sides know. */
	OptionalInt versionWithin(AdvertisedApi advertised) {
		int version = Math.min(this.newest, advertised.maxVersion());
		boolean known = version >= Math.max(this.oldest, advertised.minVersion());
		return known ? OptionalInt.of(version) : OptionalInt.empty();
	}

}
