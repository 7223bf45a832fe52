package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;

import org.springframework.stereotype.Component;

/**
 * Lays out the steps of a plan: guard, what leads nobody anywhere, readiness, DSM's
 * service. Each prefix of it is harmless, and the same plan always has the same steps.
 */
@Component
class Steps {

	private final StateReader reader;

	private final OpenIdProvider openIdProvider;

	private final Clock clock;

	Steps(StateReader reader, OpenIdProvider openIdProvider, Clock clock) {
		this.clock = clock;
		this.reader = reader;
		this.openIdProvider = openIdProvider;
	}

	List<Step> of(RunContext context, CarefulWrite carefully) {
		Plan plan = context.plan();
		List<Step> steps = new ArrayList<>();
		StepOfChange maker = new StepOfChange(context, carefully);
		Function<Change, Step> step = (change) -> change.accept(maker);
		steps.add(new GuardStep(context, this.reader));
		plan.writes().stream().filter(Steps::prepares).map(step).forEach(steps::add);
		steps.add(new ReadinessStep(context, this.openIdProvider, carefully, this.clock));
		plan.writes().stream().filter(Predicate.not(Steps::prepares)).map(step).forEach(steps::add);
		return steps;
	}

	/** How many steps a plan has: those that write, the guard, and readiness. */
	static int count(Plan plan) {
		return plan.writes().size() + 2;
	}

	/**
	 * DSM does not use yet what is made in authentik, or its sign-in page starts with the
	 * password by then.
	 */
	private static boolean prepares(Change change) {
		return (change instanceof SsoSettingChange setting) ? !setting.wanted().defaultLogin()
				: change.describe().system() == TargetSystem.AUTHENTIK;
	}

}
