package io.github.dsmsso.wizard.plan;

/** What a change does to an object. */
public enum Operation {

	/** The object comes into being. */
	CREATE,
	/** The object gets other values. */
	UPDATE,
	/** The object goes. */
	DELETE,
	/** The object is as desired already. */
	NONE

}
