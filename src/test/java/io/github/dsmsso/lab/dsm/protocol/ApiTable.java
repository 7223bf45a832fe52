package io.github.dsmsso.lab.dsm.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.webapi.BareRefusals;

/**
 * Which APIs a DSM version advertises, and from which to which version: one row an API,
 * one column a DSM version. A further DSM version is one more column here and one more
 * constant in {@link DsmVersion}.
 * <p>
 * The figures up to 7.2.2 come from dumps of {@code SYNO.API.Info} that were taken on
 * real boxes (mikespub/synology, {@code tools/query.json} and its history). Of 7.3.2 and
 * 7.4 only what somebody saw differ is known (pmilano1/synology-dsm-api); the rest is
 * that of 7.2.2. The APIs of {@code BareRefusals} were seen on 7.4 alone. Of
 * {@code SYNO.Core.AppPriv.App} version 3 was called on a box with DSM 7.2.
 */
final class ApiTable {

	private static final String TABLE = """
			                                       7.0.1  7.1.1  7.2.2  7.3.2  7.4
			SYNO.API.Auth                          1-7    1-7    1-7    1-7    1-7
			SYNO.API.Auth.Key                      7      7      7      7      7
			SYNO.API.Auth.RedirectURI              1      1      1      1      1
			SYNO.API.Auth.Type                     1      1      1      1      1
			SYNO.API.Auth.UIConfig                 1      1      1      1      1
			SYNO.API.Encryption                    1      1      1      1      1
			SYNO.API.Info                          1      1      1      1      1
			SYNO.Core.AppPriv                      1-2    1-2    1-2    1-2    1-2
			SYNO.Core.AppPriv.App                  1-2    1-2    1-3    1-3    1-3
			SYNO.Core.AppPriv.Rule                 1      1      1      1      1
			SYNO.Core.CurrentConnection            1      1      1      1      1
			SYNO.Core.Desktop.Initdata             1      1      1      1      1
			SYNO.Core.Desktop.SessionData          1      1      1      1      1
			SYNO.Core.Desktop.Timeout              1      1      1      1      1
			SYNO.Core.Directory.Azure.SSO          1      1      1      1      1
			SYNO.Core.Directory.Domain             1-2    1-2    1-3    1-3    1-3
			SYNO.Core.Directory.Domain.Conf        1-2    1-2    1-3    1-3    1-3
			SYNO.Core.Directory.Domain.Trust       1      1      1      1      1
			SYNO.Core.Directory.Entra.SSO          -      -      -      1      1
			SYNO.Core.Directory.LDAP               1-2    1-2    1-2    1-2    1-2
			SYNO.Core.Directory.LDAP.BaseDN        1-2    1-2    1-2    1-2    1-2
			SYNO.Core.Directory.LDAP.Profile       1-2    1-2    1-2    1-2    1-2
			SYNO.Core.Directory.OIDC.SSO           -      1      1      1      1
			SYNO.Core.Directory.SSO                1      1      1-2    1-2    1-2
			SYNO.Core.Directory.SSO.CAS            -      -      1      1      1
			SYNO.Core.Directory.SSO.IWA            1      1      1      1      1
			SYNO.Core.Directory.SSO.Profile        1      1      1      1      1
			SYNO.Core.Directory.SSO.SAML           -      -      1      1      1
			SYNO.Core.Directory.SSO.SAML.Metadata  -      -      1      1      1
			SYNO.Core.Directory.SSO.SAML.Status    -      -      1      1      1
			SYNO.Core.Directory.SSO.Setting        -      -      1      1      1
			SYNO.Core.Directory.SSO.Status         -      -      1      1      1
			SYNO.Core.Directory.SSO.utils          1      1      1      1      1
			SYNO.Core.Directory.WebSphere.SSO      1      1      1      1      1
			SYNO.Core.Group                        1      1      1      1      1
			SYNO.Core.Group.Member                 1      1      1      1      1
			SYNO.Core.Group.ValidLocalAdmin        1      1      1      1      1
			SYNO.Core.Network                      1-2    1-2    1-2    1-2    1-2
			SYNO.Core.NormalUser                   1-2    1-2    1-2    1-2    1-2
			SYNO.Core.OTP                          1-3    1-3    1-3    1-3    1-3
			SYNO.Core.OTP.Admin                    1      1      1      1      1
			SYNO.Core.OTP.EnforcePolicy            1      1      1      1      1
			SYNO.Core.Region.NTP                   1-2    1-2    1-3    1-3    1-3
			SYNO.Core.Security.AutoBlock           1      1      1      1      1
			SYNO.Core.Security.AutoBlock.Rules     1      1      1      1      1
			SYNO.Core.Security.DSM                 1-4    1-4    1-5    1-5    1-6
			SYNO.Core.Security.DSM.Embed           1      1      1      1      1
			SYNO.Core.Security.DSM.Proxy           1      1      1      1      1
			SYNO.Core.SmartBlock                   1      1      1      1      1
			SYNO.Core.SyslogClient.Log             1      1      1      1      1
			SYNO.Core.SyslogClient.Status          1      1      1      1      1
			SYNO.Core.System                       1-3    1-3    1-3    1-3    1-3
			SYNO.Core.User                         1      1      1      1      1
			SYNO.Core.User.PasswordConfirm         1      1      1-2    1-2    1-2
			SYNO.Core.AppPortal                    1-2    1-2    1-2    1-2    1-2
			SYNO.Core.Web.DSM                      1-2    1-2    1-2    1-2    1-2
			SYNO.Core.Web.DSM.External             1      1      1      1      1
			SYNO.DSM.Info                          2      2      2      2      2
			SYNO.Entry.Request                     1-2    1-2    1-2    1-2    1-2
			SYNO.SecureSignIn.AMFA.Policy          -      -      1      1      1
			""";

	private ApiTable() {
	}

	/** The APIs of one DSM version by name, in alphabetical order. */
	static Map<String, ApiSpec> column(String version) {
		List<String> rows = TABLE.lines().toList();
		int column = cells(rows.get(0)).indexOf(version);
		Map<String, ApiSpec> apis = new TreeMap<>();
		for (String row : rows.subList(1, rows.size())) {
			List<String> cells = cells(row);
			String range = cells.get(column + 1);
			if (!range.equals("-")) {
				apis.put(cells.get(0), ApiSpec.of(cells.get(0), range));
			}
		}
		return apis;
	}

	private static List<String> cells(String row) {
		return Arrays.asList(row.strip().split("\\s+"));
	}

}
