package io.github.dsmsso.wizard.verify;

/**
 * Everything the checks judge by, read once.
 *
 * @param expected what a well-set connection is measured by
 * @param authentik what authentik's administration shows
 * @param protocol what authentik shows to anyone
 * @param dsm what DSM shows
 */
record Observation(Expectation expected, AuthentikSide authentik, ProtocolSide protocol, DsmSide dsm) {

}
