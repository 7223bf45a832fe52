/**
 * Scenarios with a whole simulator, spoken to as a plain client does: the release notes
 * as questions, and tests of more than one package. They may use everything; nothing uses
 * them.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.scenarios;

import org.jspecify.annotations.NullMarked;
