package io.github.dsmsso.wizard.dsm;

import java.time.Instant;

import io.github.dsmsso.wizard.http.Peer;
import org.jspecify.annotations.Nullable;

/**
 * A DSM that answers, before any sign-in.
 *
 * @param peer where it was called
 * @param capabilities which APIs it advertises
 * @param loginPage what its sign-in page knows
 * @param clock its own time, or null where it did not say
 */
public record DsmServer(Peer peer, DsmCapabilities capabilities, LoginPage loginPage, @Nullable Instant clock) {

}
