package io.github.dsmsso.lab.dsm.protocol;

import java.util.Map;
import java.util.TreeMap;

/**
 * How DSM advertises one API.
 *
 * @param minVersion the lowest version answered
 * @param maxVersion the highest version answered
 * @param path the script below {@code /webapi/}
 * @param json whether parameter values are read as JSON ({@code requestFormat}); only the
 * sign-in takes them bare
 */
public record ApiSpec(int minVersion, int maxVersion, String path, boolean json) {

	static ApiSpec of(String api, String range) {
		String[] ends = range.split("-");
		return new ApiSpec(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]), "entry.cgi",
				!api.equals("SYNO.API.Auth"));
	}

	public boolean supports(int version) {
		return version >= this.minVersion && version <= this.maxVersion;
	}

	public Map<String, Object> advertised() {
		Map<String, Object> advertised = new TreeMap<>(
				Map.of("maxVersion", this.maxVersion, "minVersion", this.minVersion, "path", this.path));
		if (this.json) {
			advertised.put("requestFormat", "JSON");
		}
		return advertised;
	}

}
