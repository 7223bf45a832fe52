/**
 * Take it away: the summary, without secrets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "oidc", "dsm", "plan", "apply", "verify", "accounts" })
package io.github.dsmsso.wizard.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
