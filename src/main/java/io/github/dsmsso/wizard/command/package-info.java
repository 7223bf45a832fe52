/**
 * The wizard without pages: commands that look, for a terminal, a timer or a pipeline.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "dsm", "authentik", "connection", "judgement", "oidc",
		"accounts", "plan", "verify" })
package io.github.dsmsso.wizard.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
