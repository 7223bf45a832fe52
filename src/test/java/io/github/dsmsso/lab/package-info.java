/**
 * The laboratory: a DSM and an authentik to try everything with, without a NAS.
 */
@NullMarked
package io.github.dsmsso.lab;

import org.jspecify.annotations.NullMarked;
