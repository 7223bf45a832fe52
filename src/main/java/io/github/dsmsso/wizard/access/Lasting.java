package io.github.dsmsso.wizard.access;

/**
 * What is kept in a session and may outlast the time that a session is given.
 */
public interface Lasting {

	/** Whether the session must not end now, because its owner watches something. */
	boolean isUnderWay();

}
