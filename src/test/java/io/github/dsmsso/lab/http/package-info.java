/**
 * How the laboratory speaks HTTP: one handler a simulator, served over real TLS or called
 * in process.
 */
@NullMarked
package io.github.dsmsso.lab.http;

import org.jspecify.annotations.NullMarked;
