/**
 * How the wizard reaches a server without a socket. It uses the wizard's {@code http},
 * and {@code time} and {@code http} of the laboratory.
 */
@NullMarked
package io.github.dsmsso.lab.inprocess;

import org.jspecify.annotations.NullMarked;
