/**
 * Who may use an application, and what the API tells of roles and permissions. It may use
 * the api package, the world and what that is made of.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.rights;

import org.jspecify.annotations.NullMarked;
