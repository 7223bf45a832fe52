/**
 * What is known of authentik: its releases, what each of them does, and what the
 * laboratory assumes where nobody has looked. It uses nothing of the other packages.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.releases;

import org.jspecify.annotations.NullMarked;
