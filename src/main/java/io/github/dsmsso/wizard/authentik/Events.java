package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;

/** {@code /events/events/} and {@code /oauth2/access_tokens/}. */
public interface Events {

	/**
	 * Who was let into an application since a moment: {@code authorize_application},
	 * newest first, from the last few hundred entries.
	 */
	List<AuthentikEvent> authorizationsSince(String applicationPk, Instant since);

	/**
	 * Failed sign-ins, configuration errors and mappings that failed since a moment,
	 * newest first: {@code login_failed}, {@code configuration_error},
	 * {@code property_mapping_exception}.
	 */
	List<AuthentikEvent> failuresSince(Instant since);

}
