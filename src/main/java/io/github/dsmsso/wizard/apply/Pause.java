package io.github.dsmsso.wizard.apply;

import java.time.Duration;

/**
 * Lets time pass; tests let none pass.
 */
@FunctionalInterface
public interface Pause {

	void of(Duration duration);

}
