package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;

/** {@code /events/events/} and {@code /oauth2/access_tokens/}. */
public interface Events {

	/**
	 * Who was let into an application since a moment: {@code authorize_application},
	 * newest first.
	 */
	List<AuthentikEvent> authorizationsSince(String applicationPk, Instant since);

	/** Failed sign-ins and configuration errors since a moment, newest first. */
	List<AuthentikEvent> failuresSince(Instant since);

}
