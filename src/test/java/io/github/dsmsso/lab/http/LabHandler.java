package io.github.dsmsso.lab.http;

/**
 * A simulator as a function: what arrives, and what it answers. The same handler serves a
 * socket ({@link LabServer}) and tests that need none.
 */
@FunctionalInterface
public interface LabHandler {

	LabResponse handle(LabRequest request);

}
