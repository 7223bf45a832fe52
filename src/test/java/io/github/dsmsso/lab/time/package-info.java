/**
 * The laboratory's clocks: one that is turned by hand, and one that is wrong. It uses
 * nothing else of the laboratory.
 */
@NullMarked
package io.github.dsmsso.lab.time;

import org.jspecify.annotations.NullMarked;
