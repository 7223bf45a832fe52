package io.github.dsmsso.lab.dsm.webapi;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.webapi.ApiCatalogue.Access;

/**
 * Methods of which no more is known in public than what they answer to a call without
 * parameters, on a NAS that has not joined a directory.
 */
public final class BareRefusals implements ApiFamily {

	@Override
	public void describe(ApiCatalogue catalogue) {
		refusing(catalogue, "SYNO.Core.Directory.Domain.Trust", 1, "get", 2624);
		refusing(catalogue, "SYNO.Core.Directory.Domain.Trust", 1, "list", 2624);
		refusing(catalogue, "SYNO.Core.Directory.LDAP.BaseDN", 1, "list", 2701);
		refusing(catalogue, "SYNO.Core.OTP", 1, "get", 4203);
		refusing(catalogue, "SYNO.Core.OTP.Admin", 1, "get", 4203);
		refusing(catalogue, "SYNO.Core.Security.AutoBlock.Rules", 1, "get", 5103);
		refusing(catalogue, "SYNO.Core.Security.AutoBlock.Rules", 1, "list", 5100);
	}

	private static void refusing(ApiCatalogue catalogue, String api, int from, String method, int code) {
		catalogue.api(api).in(from, 99, method, Access.ADMINISTRATORS, (call) -> {
			throw new DsmError(code);
		});
	}

}
