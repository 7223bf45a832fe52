package io.github.dsmsso.wizard.dsm;

/**
 * Whether an account may use the application DSM, that is, open its desktop: "Application
 * Privileges" of the Control Panel.
 */
public enum AppPrivilege {

	/** It may. */
	ALLOW,
	/** It may not: DSM says "not privilege". */
	DENY,
	/**
	 * The NAS does not tell, tells it in a form that is not known, or lets it depend on
	 * the address somebody comes from.
	 */
	UNKNOWN

}
