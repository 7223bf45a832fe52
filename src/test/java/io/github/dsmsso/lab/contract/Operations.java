package io.github.dsmsso.lab.contract;

/** Some of the operations of an API. */
@FunctionalInterface
public interface Operations {

	/**
	 * Whether there is an operation.
	 * @param path the path behind {@code /api/v3}, with its {@code {variables}}
	 */
	boolean include(String method, String path);

}
