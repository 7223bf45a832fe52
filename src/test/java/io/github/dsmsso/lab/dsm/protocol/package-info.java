/**
 * What DSM's WebAPI is made of: JSON, parameters, codes of refusals, the versions of each
 * API by release, and how a password or a client is sealed. It uses nothing else of the
 * NAS.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.protocol;

import org.jspecify.annotations.NullMarked;
