/**
 * What real instances answered when they were asked, as a table, and whether the
 * simulator answers the same. It uses the simulator, and nothing uses it.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.observed;

import org.jspecify.annotations.NullMarked;
