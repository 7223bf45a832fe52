/**
 * What goes wrong with a call, where and how often. It uses {@code calls}, {@code time}
 * and {@code http}.
 */
@NullMarked
package io.github.dsmsso.lab.faults;

import org.jspecify.annotations.NullMarked;
