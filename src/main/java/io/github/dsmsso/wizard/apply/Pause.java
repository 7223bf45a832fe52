package io.github.dsmsso.wizard.apply;

import java.time.Duration;

/**
 * Lets time pass, as much as is asked for whatever becomes of the clock; tests let none
 * pass.
 */
@FunctionalInterface
public interface Pause {

	void of(Duration duration);

}
