package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.http.Peer;

/**
 * A DSM that answers, before any sign-in.
 *
 * @param peer where it was called
 * @param capabilities which APIs it advertises
 * @param loginPage what its sign-in page knows
 */
public record DsmServer(Peer peer, DsmCapabilities capabilities, LoginPage loginPage) {

}
