/**
 * A wizard that connects a Synology NAS to authentik by OpenID Connect.
 */
@NullMarked
package io.github.dsmsso.wizard;

import org.jspecify.annotations.NullMarked;
