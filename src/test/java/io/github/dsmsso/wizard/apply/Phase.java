package io.github.dsmsso.wizard.apply;

import java.util.Arrays;
import java.util.List;

/** A part of a walk through the wizard, begun by one click. */
enum Phase {

	/** Signing in to the NAS and connecting to authentik. */
	SIGN_IN,
	/** Reading both systems and planning. */
	PLAN,
	/** Applying the plan; what goes wrong is taken back. */
	APPLY,
	/** Undoing what was applied. */
	UNDO,
	/** Signing out. */
	SIGN_OUT;

	/** The phases before this one. */
	List<Phase> before() {
		return Arrays.stream(values()).limit(ordinal()).toList();
	}

}
