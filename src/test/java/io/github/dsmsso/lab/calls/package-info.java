/**
 * The calls that reach the two systems: their names, which of them are meant, and what
 * was said in them. It uses {@code http} only.
 */
@NullMarked
package io.github.dsmsso.lab.calls;

import org.jspecify.annotations.NullMarked;
