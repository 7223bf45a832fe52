/**
 * What the client of authentik says and understands, proven on the wire.
 */
@NullMarked
package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.NullMarked;
