package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * What authentik's log says of sign-ins to an application.
 *
 * @param letIn whom it let in, newest first
 * @param failures what failed, for whatever application, newest first
 */
public record SignInEvents(List<AuthentikEvent> letIn, List<AuthentikEvent> failures) {

	/** Nothing has happened. */
	public static final SignInEvents NONE = new SignInEvents(List.of(), List.of());

	public SignInEvents {
		letIn = List.copyOf(letIn);
		failures = List.copyOf(failures);
	}

}
