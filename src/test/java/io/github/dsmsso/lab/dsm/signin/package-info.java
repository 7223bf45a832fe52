/**
 * The sign-in page, the sign-in itself by either way, and what becomes of one. Of the NAS
 * it uses {@code sso}, {@code webapi}, {@code world} and {@code protocol}.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.signin;

import org.jspecify.annotations.NullMarked;
