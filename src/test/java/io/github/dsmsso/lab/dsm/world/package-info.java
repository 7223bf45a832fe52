/**
 * What a NAS knows: its accounts, groups, sessions, settings and logs, and what is
 * assumed of it. Of the NAS it uses {@code protocol}.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.world;

import org.jspecify.annotations.NullMarked;
