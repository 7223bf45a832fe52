/**
 * Make it so, and unmake it: the only package that writes to the two systems.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "oidc", "dsm", "authentik", "connection", "plan" })
package io.github.dsmsso.wizard.apply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
