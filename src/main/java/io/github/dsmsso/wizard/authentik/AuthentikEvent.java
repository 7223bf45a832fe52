package io.github.dsmsso.wizard.authentik;

import java.time.Instant;

/**
 * An entry of authentik's log.
 *
 * @param action such as {@code authorize_application}
 * @param username who; of a failed sign-in the name that was entered, which need not be
 * anybody's
 * @param created when
 * @param message the message of its context, or an empty string; a peer's text, to be
 * shown as text alone
 */
public record AuthentikEvent(String action, String username, Instant created, String message) {

}
