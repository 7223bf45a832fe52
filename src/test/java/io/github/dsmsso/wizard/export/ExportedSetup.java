package io.github.dsmsso.wizard.export;

import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;

/** What the pages export of a plan on a bench. */
final class ExportedSetup {

	static final String NAS = "https://nas.example:5001";

	private ExportedSetup() {
	}

	static Setup of(Bench bench, Plan plan) {
		return Setup
			.of(plan, bench.room(StateReader.class).surroundings(bench.authentikClient()), NAS, DemoNas.ADMINISTRATOR)
			.orElseThrow();
	}

}
