/**
 * The entrance of an instance: which resource or endpoint answers a request. It may use
 * all packages but the simulator and the scenarios.
 */
@NullMarked
package io.github.dsmsso.lab.authentik.front;

import org.jspecify.annotations.NullMarked;
