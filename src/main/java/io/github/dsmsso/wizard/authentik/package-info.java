/**
 * The client of authentik, in its own words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "oidc" })
package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
