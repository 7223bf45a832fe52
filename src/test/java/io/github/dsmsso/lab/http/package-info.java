/**
 * How the laboratory speaks HTTP: one handler a simulator, served over real TLS or called
 * in process. It uses nothing else of the laboratory.
 */
@NullMarked
package io.github.dsmsso.lab.http;

import org.jspecify.annotations.NullMarked;
