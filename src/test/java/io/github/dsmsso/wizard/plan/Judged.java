package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;

/** What was found out about one set-up. */
final class Judged {

	private final String setup;

	private final List<String> violations = new ArrayList<>();

	private final List<String> kinds = new ArrayList<>();

	Judged(String setup) {
		this.setup = setup;
	}

	void expect(String otherwise, boolean holds) {
		if (!holds) {
			this.violations.add(this.setup + ": " + otherwise);
		}
	}

	Judged is(String kind) {
		this.kinds.add(kind);
		return this;
	}

	List<String> violations() {
		return this.violations;
	}

	List<String> kinds() {
		return this.kinds;
	}

}
