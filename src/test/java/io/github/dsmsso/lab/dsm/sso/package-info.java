/**
 * The page SSO Client and the sign-in by OpenID Connect, with the way from the NAS to the
 * identity provider. Of the NAS it uses {@code webapi}, {@code world} and {@code
 * protocol}.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.sso;

import org.jspecify.annotations.NullMarked;
