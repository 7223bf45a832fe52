package io.github.dsmsso.lab.dsm.protocol;

import java.util.List;
import java.util.Map;

/**
 * One release of DSM as data.
 *
 * @param product the version as people say it, such as 7.2.2
 * @param build the build number
 * @param update the number of the small update on top, called "smallfix" by DSM
 * @param date the day of the build, which is assumed
 * @param apis what {@code SYNO.API.Info} advertises
 */
public record DsmVersion(String product, int build, int update, String date, Map<String, ApiSpec> apis) {

	/** The last line without a generic OpenID Connect client. */
	public static final DsmVersion DSM_7_0_1 = row("7.0.1", 42218, 6, "2023/06/20");

	/**
	 * OpenID Connect for directory accounts only, nine fields, no default-login API.
	 */
	public static final DsmVersion DSM_7_1_1 = row("7.1.1", 42962, 5, "2023/04/08");

	/** OpenID Connect for local accounts too, ten fields. */
	public static final DsmVersion DSM_7_2_2 = row("7.2.2", 72806, 3, "2025/02/04");

	/** Azure AD has a successor of its own, Entra. */
	public static final DsmVersion DSM_7_3_2 = row("7.3.2", 86009, 4, "2026/06/09");

	/** Connections tell more about the device at their end. */
	public static final DsmVersion DSM_7_4 = row("7.4", 90075, 0, "2026/07/14");

	/** All releases the laboratory has, oldest first. */
	public static final List<DsmVersion> ALL = List.of(DSM_7_0_1, DSM_7_1_1, DSM_7_2_2, DSM_7_3_2, DSM_7_4);

	private static DsmVersion row(String product, int build, int update, String date) {
		return new DsmVersion(product, build, update, date, ApiTable.column(product));
	}

	/** The product versions of all releases, oldest first. */
	private static List<String> products() {
		return ALL.stream().map(DsmVersion::product).toList();
	}

	/**
	 * The release with the given product version.
	 * @throws IllegalArgumentException if the laboratory has none
	 */
	public static DsmVersion of(String product) {
		return ALL.stream()
			.filter((version) -> version.product.equals(product))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"The laboratory has no DSM " + product + ", only " + products()));
	}

	/** Whether this release has the generic OpenID Connect client. */
	public boolean oidc() {
		return this.apis.containsKey("SYNO.Core.Directory.OIDC.SSO");
	}

	/** Whether "select SSO by default" has an API of its own. */
	public boolean ssoSetting() {
		return this.apis.containsKey("SYNO.Core.Directory.SSO.Setting");
	}

	/** Whether Entra has settings of its own. */
	public boolean entra() {
		return this.apis.containsKey("SYNO.Core.Directory.Entra.SSO");
	}

	/** Whether accounts of the NAS itself can sign in by OpenID Connect. */
	public boolean localAccounts() {
		return isAtLeast(DSM_7_2_2);
	}

	/** Whether the sign-in page tells about SAML and CAS too. */
	public boolean tellsOfSamlAndCas() {
		return isAtLeast(DSM_7_2_2);
	}

	/** Whether the web server's settings name the main application. */
	public boolean namesMainApp() {
		return isAtLeast(DSM_7_4);
	}

	/** Whether a connection tells about the device at its end. */
	public boolean tellsOfDevices() {
		return isAtLeast(DSM_7_4);
	}

	private boolean isAtLeast(DsmVersion other) {
		return this.build >= other.build;
	}

	/** As DSM prints it: "DSM 7.2.2-72806 Update 3". */
	public String versionString() {
		return "DSM " + this.product + "-" + this.build + ((this.update > 0) ? " Update " + this.update : "");
	}

	public String part(int index) {
		return this.product.split("\\.")[index];
	}

}
