/**
 * How we speak HTTP: one client for each peer, with deadlines and caps, no redirects, no
 * repeated writes, and trust that was chosen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared" })
package io.github.dsmsso.wizard.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
