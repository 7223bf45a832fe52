package io.github.dsmsso.wizard.accounts;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.SystemSettings;

/**
 * Who may use an application that nobody is bound to. From 2026.5 on a setting of the
 * whole system decides it.
 */
public enum DefaultAccess {

	/** Everyone authentik knows. */
	OPEN,
	/** Nobody: somebody has to be chosen. */
	CLOSED,
	/** The token may not read the setting. */
	UNKNOWN;

	/** What the settings say. */
	public static DefaultAccess of(SystemSettings settings) {
		Boolean open = settings.openByDefault();
		if (open == null) {
			return UNKNOWN;
		}
		return open ? OPEN : CLOSED;
	}

	/** Reads the settings, where the release has any that matter. */
	public static DefaultAccess read(AuthentikClient authentik) {
		return authentik.capabilities().mayCloseApplications() ? of(authentik.directory().settings()) : OPEN;
	}

}
