/**
 * The pages by which people and other programs see what arrived at a simulator, and break
 * it. It uses {@code faults} and what they use; each simulator uses it.
 */
@NullMarked
package io.github.dsmsso.lab.debug;

import org.jspecify.annotations.NullMarked;
