package io.github.dsmsso.wizard.export;

import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;

/** What the pages export of a plan on a bench. */
final class ExportedSetup {

	private ExportedSetup() {
	}

	static Setup of(Bench bench, Plan plan) {
		Connection connection = bench.connection();
		return Setup
			.of(plan, bench.room(StateReader.class).surroundings(bench.authentikClient()),
					connection.dsm().server().peer(), DemoNas.ADMINISTRATOR, connection.authentik().peer())
			.orElseThrow();
	}

}
