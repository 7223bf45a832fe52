/**
 * A Synology NAS of the laboratory: it speaks DSM's WebAPI, keeps its settings, signs
 * people in with a password or by OpenID Connect, and refuses what a real one refuses.
 * Here is the NAS as a whole, with what is tried of it as a whole; it uses every package
 * below.
 */
@NullMarked
package io.github.dsmsso.lab.dsm;

import org.jspecify.annotations.NullMarked;
