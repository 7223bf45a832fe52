/**
 * The few words every package uses: no Spring, no input or output.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.github.dsmsso.wizard.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
