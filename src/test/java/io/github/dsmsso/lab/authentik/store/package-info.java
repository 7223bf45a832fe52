/**
 * What an instance holds: objects by kind, the fields that each kind takes, and what is
 * said of a bad value. It may use the releases.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.store;

import org.jspecify.annotations.NullMarked;
