package io.github.dsmsso.wizard.authentik;

import java.time.Instant;

/** {@code /events/events/} and {@code /oauth2/access_tokens/}. */
public interface Events {

	/**
	 * Who was let into an application since a moment ({@code authorize_application}), and
	 * which sign-ins, settings and mappings failed ({@code login_failed},
	 * {@code configuration_error}, {@code property_mapping_exception}): from the last few
	 * hundred entries, in one request from 2025.8 on.
	 */
	SignInEvents signInsSince(String applicationPk, Instant since);

}
