/**
 * Take it away: the plan before, the summary after, and the people, without secrets.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "http", "oidc", "dsm", "authentik", "plan", "apply", "verify", "accounts" })
package io.github.dsmsso.wizard.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
