package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Optional;

/**
 * DSM's SSO settings, and who was signed in at the same moment.
 *
 * @param sso the settings
 * @param connections who was signed in; empty where DSM does not tell
 */
public record SsoMoment(SsoClient sso, Optional<List<CurrentConnection>> connections) {

}
