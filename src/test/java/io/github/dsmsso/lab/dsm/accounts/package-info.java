/**
 * The APIs about users, groups, directories and who may use an application. Of the NAS it
 * uses {@code webapi}, {@code world} and {@code protocol}.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.accounts;

import org.jspecify.annotations.NullMarked;
