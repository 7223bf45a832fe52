/**
 * Whether the contract notices what it should, whether the simulator and the wizard keep
 * it, and how its facts are taken. It uses {@code contract}, {@code calls}, the simulator
 * of authentik and the wizard, and nothing uses it.
 */
@NullMarked
package io.github.dsmsso.lab.conformance;

import org.jspecify.annotations.NullMarked;
