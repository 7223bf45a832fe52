/**
 * What every resource of the admin API is made of: a call, its route, filters, pages of a
 * list and the answers. It may use the world and what that is made of.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.api;

import org.jspecify.annotations.NullMarked;
