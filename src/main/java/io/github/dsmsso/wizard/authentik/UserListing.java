package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * The users of an authentik.
 *
 * @param users every one of them
 * @param earlier whether this is how they were a moment ago, and not how they are now
 */
public record UserListing(List<AuthentikUser> users, boolean earlier) {

}
