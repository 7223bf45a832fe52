package io.github.dsmsso.wizard.dsm;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which APIs a DSM advertises ({@code SYNO.API.Info}), and what follows from it.
 *
 * @param apis the advertised APIs by name
 */
public record DsmCapabilities(Map<String, AdvertisedApi> apis) {

	private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_]+(?:[./-][A-Za-z0-9_]+)*");

	public DsmCapabilities {
		apis = Map.copyOf(apis);
	}

	/** What every DSM 7 has, whether it was asked or not. */
	static DsmCapabilities ofSignInPage() {
		AdvertisedApi json = new AdvertisedApi("entry.cgi", 1, 1, "JSON");
		return new DsmCapabilities(Map.of("SYNO.API.Info", new AdvertisedApi("query.cgi", 1, 1, null),
				"SYNO.API.Encryption", json, "SYNO.Core.Desktop.SessionData", json));
	}

	/** Reads the answer; an entry that cannot be called is left out. */
	static DsmCapabilities of(DsmData info) {
		Map<String, AdvertisedApi> apis = new HashMap<>();
		info.node().forEachEntry((name, node) -> {
			DsmData entry = new DsmData(info.answer(), node, info.place());
			String path = entry.textOr("path", "");
			if (PATH.matcher(path).matches()) {
				apis.put(name, new AdvertisedApi(path, entry.versionOr("minVersion", 1),
						entry.versionOr("maxVersion", 1), entry.nonBlankOrNull("requestFormat")));
			}
		});
		return new DsmCapabilities(apis);
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

		boolean readsJson() {
			return "JSON".equalsIgnoreCase(this.requestFormat);
		}

	}

}
