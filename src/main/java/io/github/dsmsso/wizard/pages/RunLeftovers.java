package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.pages.RunViews.ObjectView;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.plan.ThreeWay;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Reads both systems to tell what a run has left.
 */
@Component
class RunLeftovers {

	private final StateReader reader;

	private final RunViews views;

	RunLeftovers(StateReader reader, RunViews views) {
		this.reader = reader;
		this.views = views;
	}

	/**
	 * Every object of a plan: what it was, is, and was to become.
	 * @throws ProblemException where one of the two cannot be read
	 */
	List<ObjectView> all(Plan plan, WizardState state) {
		return this.views.objects(compare(plan, state).objects());
	}

	/**
	 * The objects that an undo has left, as they are now. What it has brought back but
	 * for something harmless is not among them.
	 * @throws ProblemException where one of the two cannot be read
	 */
	List<ObjectView> left(ApplyRun run, WizardState state) {
		Set<String> restored = run.steps()
			.stream()
			.filter((step) -> step.state() == StepState.UNDONE)
			.map((step) -> step.code().replaceAll("\\..*", " ") + step.subject())
			.collect(Collectors.toSet());
		return this.views.objects(compare(run.plan(), state).notAsBefore()
			.stream()
			.filter((object) -> !restored.contains(object.object() + " " + object.name()))
			.toList());
	}

	private ThreeWay compare(Plan plan, WizardState state) {
		Connection connection = state.requireConnection();
		Reading<AuthentikInventory> inventory = Reading.start(() -> this.reader.inventory(connection.authentik()));
		return ThreeWay.of(plan, this.reader.currentState(connection, plan.desired()), inventory.get());
	}

}
