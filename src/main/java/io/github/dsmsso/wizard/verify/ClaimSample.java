package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.authentik.ClaimPreview;

/**
 * What authentik would send for one of its people.
 *
 * @param username that person's user name
 * @param preview the claims
 */
record ClaimSample(String username, ClaimPreview preview) {

}
