/**
 * A laboratory authentik: one instance of a chosen release that answers the admin API and
 * the OpenID Connect endpoints as the real one does, and refuses what the real one
 * refuses. The simulator here may use all packages below it but scenarios and observed,
 * which use the simulator.
 */
@NullMarked
package io.github.dsmsso.lab.authentik;

import org.jspecify.annotations.NullMarked;
