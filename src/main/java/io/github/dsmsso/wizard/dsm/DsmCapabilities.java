package io.github.dsmsso.wizard.dsm;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which APIs a DSM advertises ({@code SYNO.API.Info}), and what follows from it.
 *
 * @param apis the advertised APIs by name
 */
public record DsmCapabilities(Map<String, AdvertisedApi> apis) {

	public DsmCapabilities {
		apis = Map.copyOf(apis);
	}

	/** Whether DSM has a generic OpenID Connect client: from DSM 7.1 on. */
	public boolean hasOidcClient() {
		return advertises("SYNO.Core.Directory.OIDC.SSO") && advertises("SYNO.Core.Directory.SSO.Profile");
	}

	/** Whether "SSO by default" is a setting of its own: from DSM 7.2 on. */
	public boolean hasSsoSetting() {
		return advertises("SYNO.Core.Directory.SSO.Setting");
	}

	public boolean advertises(String api) {
		return this.apis.containsKey(api);
	}

	/**
	 * One advertised API.
	 *
	 * @param path below {@code /webapi/}; as advertised, because some DSMs write it oddly
	 * @param minVersion oldest version
	 * @param maxVersion newest version
	 * @param requestFormat {@code JSON} where each parameter value is read as JSON, or
	 * null
	 */
	public record AdvertisedApi(String path, int minVersion, int maxVersion, @Nullable String requestFormat) {

	}

}
