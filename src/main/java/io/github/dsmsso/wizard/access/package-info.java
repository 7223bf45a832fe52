/**
 * Who may use the wizard: setup code, host check, response headers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared" })
package io.github.dsmsso.wizard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
