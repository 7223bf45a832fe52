/**
 * Who will be able to sign in: authentik's users held against DSM's accounts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "dsm", "authentik", "connection" })
package io.github.dsmsso.wizard.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
