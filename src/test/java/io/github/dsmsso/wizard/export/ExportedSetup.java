package io.github.dsmsso.wizard.export;

import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;

/** What the pages export of a plan on a bench. */
final class ExportedSetup {

	private ExportedSetup() {
	}

	static Setup of(Bench bench, Plan plan) {
		return of(plan, bench.connection(), bench.bean(StateReader.class));
	}

	static Setup of(HeadlessWizard wizard, Plan plan) {
		return of(plan, wizard.connection(), wizard.bean(StateReader.class));
	}

	private static Setup of(Plan plan, Connection connection, StateReader reader) {
		return Setup
			.of(plan, reader.inventory(connection.authentik()), connection.dsm().server().peer(), DemoNas.ADMINISTRATOR,
					connection.authentik().peer())
			.orElseThrow();
	}

}
