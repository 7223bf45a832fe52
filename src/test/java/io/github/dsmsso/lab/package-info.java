/**
 * The laboratory: a DSM and an authentik to try everything with, without a NAS. Here are
 * the two together; everything else lies below and knows nothing of it.
 */
@NullMarked
package io.github.dsmsso.lab;

import org.jspecify.annotations.NullMarked;
