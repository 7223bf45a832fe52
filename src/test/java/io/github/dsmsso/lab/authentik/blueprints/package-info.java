/**
 * Blueprints: how they are read, and how their objects come to be by the resources in
 * admin. It may use all packages but the front and those above.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.blueprints;

import org.jspecify.annotations.NullMarked;
