/**
 * What a sign-in from the NAS through authentik comes to, told without an exchange. It
 * uses both simulators, and neither uses it.
 */
@NullMarked
package io.github.dsmsso.lab.oracle;

import org.jspecify.annotations.NullMarked;
