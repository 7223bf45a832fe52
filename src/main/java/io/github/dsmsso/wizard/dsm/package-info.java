/**
 * The client of DSM, in its own words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "oidc" })
package io.github.dsmsso.wizard.dsm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
