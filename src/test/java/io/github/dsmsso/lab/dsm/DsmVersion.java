package io.github.dsmsso.lab.dsm;

import java.util.List;
import java.util.Map;

/**
 * One release of DSM as data.
 *
 * @param product the version as people say it, such as 7.2.2
 * @param build the build number
 * @param update the number of the small update on top, called "smallfix" by DSM
 * @param date the day of the build
 * @param localAccounts whether accounts of the NAS itself can sign in by OpenID Connect
 * @param apis what {@code SYNO.API.Info} advertises
 */
public record DsmVersion(String product, int build, int update, String date, boolean localAccounts,
		Map<String, ApiSpec> apis) {

	/** The last line without a generic OpenID Connect client. */
	public static final DsmVersion DSM_7_0_1 = row("7.0.1", 42218, 6, "2023/06/20", false);

	/**
	 * OpenID Connect for directory accounts only, nine fields, no default-login API.
	 */
	public static final DsmVersion DSM_7_1_1 = row("7.1.1", 42962, 5, "2023/04/08", false);

	/** OpenID Connect for local accounts too, ten fields. */
	public static final DsmVersion DSM_7_2_2 = row("7.2.2", 72806, 3, "2025/02/04", true);

	/** All releases the laboratory has, oldest first. */
	public static final List<DsmVersion> ALL = List.of(DSM_7_0_1, DSM_7_1_1, DSM_7_2_2);

	private static DsmVersion row(String product, int build, int update, String date, boolean localAccounts) {
		return new DsmVersion(product, build, update, date, localAccounts, ApiTable.column(product));
	}

	/**
	 * The release with the given product version.
	 * @throws IllegalArgumentException if the laboratory has none
	 */
	public static DsmVersion of(String product) {
		return ALL.stream()
			.filter((version) -> version.product.equals(product))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No DSM " + product + " in the laboratory"));
	}

	/** Whether this release has the generic OpenID Connect client. */
	public boolean oidc() {
		return this.apis.containsKey("SYNO.Core.Directory.OIDC.SSO");
	}

	/** Whether "select SSO by default" has an API of its own. */
	public boolean ssoSetting() {
		return this.apis.containsKey("SYNO.Core.Directory.SSO.Setting");
	}

	/** As DSM prints it: "DSM 7.2.2-72806 Update 3". */
	public String versionString() {
		return "DSM " + this.product + "-" + this.build + ((this.update > 0) ? " Update " + this.update : "");
	}

	String part(int index) {
		return this.product.split("\\.")[index];
	}

}
