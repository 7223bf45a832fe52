package io.github.dsmsso.lab.dsm.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.webapi.ApiCall;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;
import io.github.dsmsso.lab.dsm.webapi.ApiFamily;
import io.github.dsmsso.lab.dsm.world.DirectoryState;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import org.jspecify.annotations.Nullable;

/** Whether the NAS has joined a domain or an LDAP directory. */
public final class DirectoryReads implements ApiFamily {

	/** DSM's word for "not connected"; it stands in a successful answer. */
	private static final int LDAP_DISCONNECTED = 2703;

	private final DirectoryState state;

	public DirectoryReads(DsmWorld world) {
		this.state = world.directory();
	}

	@Override
	public void describe(ApiCatalogue catalogue) {
		catalogue.api("SYNO.Core.Directory.Domain")
			.in(1, 1, "get", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(domain()))
			.in(1, 2, "get_domain_list", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(domains()));
		catalogue.api("SYNO.Core.Directory.Domain.Conf")
			.in(1, 2, "get", Access.ADMINISTRATORS, (call) -> ApiAnswer.of(domainConf()));
		catalogue.api("SYNO.Core.Directory.LDAP").administrators("get", this::ldap);
		catalogue.api("SYNO.Core.Directory.LDAP.Profile")
			.in(1, 1, "list", Access.ADMINISTRATORS,
					(call) -> ApiAnswer.of(Json.object("profiles", List.of("standard", "domino", "custom"))))
			.in(1, 1, "get", Access.ADMINISTRATORS, this::ldapProfile);
	}

	private Map<String, ?> domain() {
		String domain = this.state.domain();
		return (domain == null) ? Json.object("enable_domain", false)
				: Json.object("domain_name", domain, "enable_domain", true, "ou", "", "realm",
						domain.toUpperCase(Locale.ROOT), "server_address", "dc1." + domain, "server_ip", "10.0.0.5");
	}

	private Map<String, ?> domains() {
		String domain = this.state.domain();
		return Json.object("domain_list", (domain != null) ? List.of(domain) : List.of());
	}

	private static Map<String, ?> domainConf() {
		return Json.object("direct_connect_trust", false, "disable_domain_admins", false, "domain_nested_group", 1,
				"enable_rpc_enum_usergroup", false, "enable_sync_time", false, "encrypt_ad_ldap", "auto");
	}

	private ApiAnswer ldapProfile(ApiCall call) {
		if (this.state.ldapHost() == null) {
			throw new DsmError(2701);
		}
		return ApiAnswer.of(Json.object("profile", "standard"));
	}

	private ApiAnswer ldap(ApiCall call) {
		String host = this.state.ldapHost();
		Map<String, @Nullable Object> ldap = Json.object("base_dn", this.state.baseDn(), "enable_cifs", false,
				"enable_cifs_pam", false, "enable_client", host != null, "enable_client_certificate", false,
				"enable_idmap", false, "encryption", "no", "expand_nested_groups", false, "is_syno_server", false,
				"ldap_schema", "rfc2307bis", "nested_group_level", 5, "profile", "standard", "tls_reqcert", false,
				"update_min", 0);
		ldap.put((call.version() == 1) ? "host" : "server_address", (host != null) ? host : "");
		if (host == null) {
			ldap.put("error", LDAP_DISCONNECTED);
		}
		return ApiAnswer.of(ldap);
	}

}
