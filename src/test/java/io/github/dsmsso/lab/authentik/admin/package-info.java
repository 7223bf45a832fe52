/**
 * The resources of the admin API, one class each. They may use claims in signin, rights,
 * the api package, the world and what that is made of.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.admin;

import org.jspecify.annotations.NullMarked;
