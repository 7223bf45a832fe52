/**
 * The APIs that only tell: the box, its web server, its connections and logs. Of the NAS
 * it uses {@code webapi}, {@code world} and {@code protocol}.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.system;

import org.jspecify.annotations.NullMarked;
