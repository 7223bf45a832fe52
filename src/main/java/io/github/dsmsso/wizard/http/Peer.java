package io.github.dsmsso.wizard.http;

import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * One of the two servers this wizard talks to, and why its certificate is trusted.
 *
 * @param address where it is
 * @param trust why its certificate is accepted
 */
public record Peer(BaseUrl address, TlsTrust trust) {

}
