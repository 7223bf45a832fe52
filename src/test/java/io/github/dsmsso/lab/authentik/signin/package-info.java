/**
 * What browsers and clients of OpenID Connect meet: flows, consent, codes, tokens and
 * claims. It may use the policies in rights, the api package, the world and what that is
 * made of.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.signin;

import org.jspecify.annotations.NullMarked;
