/**
 * Being connected to both systems: the one noun that everything above the two clients
 * works with.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "http", "dsm", "authentik" })
package io.github.dsmsso.wizard.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
