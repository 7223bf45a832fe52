/**
 * Is it true now: checks with evidence, knowing nothing of plans.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "oidc", "dsm", "authentik", "connection", "judgement",
		"accounts", "texts" })
package io.github.dsmsso.wizard.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
