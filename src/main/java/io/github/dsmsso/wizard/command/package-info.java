/**
 * The wizard without pages: commands for a terminal, a timer or a pipeline.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "dsm", "authentik", "connection", "judgement", "oidc",
		"accounts", "plan", "apply", "verify", "texts" })
package io.github.dsmsso.wizard.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
