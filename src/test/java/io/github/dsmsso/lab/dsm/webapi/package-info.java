/**
 * How a call of the WebAPI is taken apart, admitted, dispatched and answered, and what
 * arrived. Of the NAS it uses {@code world} and {@code protocol}, and knows no API but
 * those about the WebAPI itself.
 */
@NullMarked
package io.github.dsmsso.lab.dsm.webapi;

import org.jspecify.annotations.NullMarked;
