/**
 * An instance with its people, keys, sessions and events, and what scenarios do to it. It
 * may use the store and the releases, and knows nothing of requests to the admin API.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.world;

import org.jspecify.annotations.NullMarked;
