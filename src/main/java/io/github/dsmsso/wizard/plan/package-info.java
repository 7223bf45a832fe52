/**
 * What would change: reads both systems, compares, and never writes.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "http", "oidc", "dsm", "authentik", "connection", "judgement", "accounts" })
package io.github.dsmsso.wizard.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
