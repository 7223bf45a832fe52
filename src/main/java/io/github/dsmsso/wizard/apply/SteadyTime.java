package io.github.dsmsso.wizard.apply;

import java.time.Duration;

/**
 * Tells how much time has gone by, whatever becomes of the clock on the wall. What it
 * says means something only beside what it said before.
 */
@FunctionalInterface
public interface SteadyTime {

	Duration now();

}
