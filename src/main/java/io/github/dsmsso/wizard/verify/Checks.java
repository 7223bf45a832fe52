package io.github.dsmsso.wizard.verify;

import java.util.List;

/**
 * The checks, in the order of the way from authentik to DSM to people.
 */
final class Checks {

	static final List<Check> ALL = List.of();

	private Checks() {
	}

}
