/**
 * How a program or a run of the tests is told what to do, and tells what it did: options,
 * draws, the console. It uses nothing else of the laboratory.
 */
@NullMarked
package io.github.dsmsso.lab.run;

import org.jspecify.annotations.NullMarked;
