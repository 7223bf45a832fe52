/**
 * Problems in words: what pages, commands and files say in the same sentences.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.github.dsmsso.wizard.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
