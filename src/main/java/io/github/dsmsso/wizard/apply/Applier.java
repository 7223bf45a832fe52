package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Applies plans, one at a time: it is done, or it is as before, or what was left behind
 * is named. A run goes on when nobody looks.
 */
@Component
public class Applier {

	private static final Duration LONGEST_RUN = Duration.ofSeconds(180);

	private final StateReader reader;

	private final OpenIdProvider openIdProvider;

	private final RunReferences references;

	private final Clock clock;

	private final CarefulWrite carefully;

	private final Executor executor;

	private final AtomicBoolean busy = new AtomicBoolean();

	Applier(StateReader reader, OpenIdProvider openIdProvider, RunReferences references, Clock clock, Pause pause,
			@Qualifier("applicationTaskExecutor") Executor executor) {
		this.reader = reader;
		this.openIdProvider = openIdProvider;
		this.references = references;
		this.clock = clock;
		this.carefully = new CarefulWrite(pause);
		this.executor = executor;
	}

	/**
	 * Begins to apply a plan and returns at once.
	 * @throws ProblemException where the plan cannot be applied or another run is under
	 * way
	 */
	public ApplyRun start(Plan plan, DsmSession dsm, AuthentikClient authentik) {
		if (!plan.canBeApplied()) {
			throw new ProblemException(Problem.of("apply.blocked"));
		}
		Workbench workbench = new Workbench(plan, dsm, authentik);
		ApplyRun run = new ApplyRun(this.references.next(), workbench, steps(plan, workbench), this.clock,
				this.clock.instant().plus(LONGEST_RUN));
		claim();
		execute(run::apply);
		return run;
	}

	/**
	 * Begins to undo a run and returns at once.
	 * @throws ProblemException where another run is under way
	 */
	public void undo(ApplyRun run, DsmSession dsm, AuthentikClient authentik) {
		claim();
		run.reopen(dsm, authentik);
		execute(run::undo);
	}

	private void claim() {
		if (!this.busy.compareAndSet(false, true)) {
			throw new ProblemException(Problem.of("apply.already-running"));
		}
	}

	private void execute(Runnable work) {
		this.executor.execute(() -> {
			try {
				work.run();
			}
			finally {
				this.busy.set(false);
			}
		});
	}

	/**
	 * Guard, authentik, what authentik then announces, DSM: each prefix of it is
	 * harmless.
	 */
	private List<Step> steps(Plan plan, Workbench workbench) {
		List<Step> steps = new ArrayList<>();
		steps.add(new GuardStep(workbench, this.reader));
		writesIn(plan, TargetSystem.AUTHENTIK).forEach((change) -> steps.add(stepFor(change, workbench)));
		steps.add(new AnnouncementStep(workbench, this.openIdProvider, this.carefully));
		writesIn(plan, TargetSystem.DSM).forEach((change) -> steps.add(stepFor(change, workbench)));
		return steps;
	}

	private static List<Change> writesIn(Plan plan, TargetSystem system) {
		return plan.writes().stream().filter((change) -> change.describe().system() == system).toList();
	}

	private Step stepFor(Change change, Workbench workbench) {
		if (change instanceof SigningKeyChange key) {
			return new SigningKeyStep(key, workbench, this.carefully);
		}
		if (change instanceof ProviderChange provider) {
			return new ProviderStep(provider, workbench, this.carefully);
		}
		if (change instanceof ApplicationChange application) {
			return new ApplicationStep(application, workbench, this.carefully);
		}
		if (change instanceof BindingChange binding) {
			return new BindingStep(binding, workbench, this.carefully);
		}
		if (change instanceof OidcSsoChange oidcSso) {
			return new OidcSsoStep(oidcSso, workbench, this.carefully);
		}
		return new SsoProfileStep((SsoProfileChange) change, workbench, this.carefully);
	}

}
