package io.github.dsmsso.wizard.dsm;

import java.util.List;

import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a NAS says of itself.
 *
 * @param model {@code SYNO.DSM.Info}: model, such as DS920+
 * @param version its version number
 * @param versionText its version as DSM writes it
 * @param hostname {@code SYNO.Core.Network}: server_name, or an empty string
 * @param customDomain {@code SYNO.Core.Web.DSM}: fqdn, the customised domain, or null
 * @param externalHostname {@code SYNO.Core.Web.DSM.External}: hostname, or null
 * @param httpsPort {@code SYNO.Core.Web.DSM}: https_port, or null
 * @param redirectsToHttps {@code SYNO.Core.Web.DSM}: enable_https_redirect, or null
 * @param directory the domain or directory it belongs to
 * @param otherSso names of other SSO services that are on: {@code SAML}, {@code CAS},
 * {@code Synology SSO}
 * @param portals the applications that have a domain of their own
 */
public record NasDescription(String model, Version version, String versionText, String hostname,
		@Nullable String customDomain, @Nullable String externalHostname, @Nullable Integer httpsPort,
		@Nullable Boolean redirectsToHttps, Directory directory, List<String> otherSso, List<AppPortal> portals) {

	/** What kind of directory the NAS belongs to. */
	public enum Directory {

		/** None: local accounts only. */
		NONE,
		/** A Windows domain. */
		DOMAIN,
		/** An LDAP directory. */
		LDAP,
		/** The NAS would not say. */
		UNKNOWN

	}

}
