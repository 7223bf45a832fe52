package io.github.dsmsso.wizard.pages;

import java.util.Optional;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.verify.WatchedSignIn;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/**
 * One person's way through the wizard, in memory and never written down. It signs out of
 * DSM when it ends, but not from under a run that is under way.
 */
@Component
@SessionScope
class WizardSession {

	private final SignInPatience patience = new SignInPatience();

	private WizardState state = WizardState.begin(WizardState.Purpose.CONNECT);

	private @Nullable ApplyRun run;

	private @Nullable UnfinishedRun recovered;

	private @Nullable WatchedSignIn watched;

	private Proofs.@Nullable Proof proof;

	private @Nullable WatchedTrial trial;

	private @Nullable ApplyRun defaultLogin;

	SignInPatience patience() {
		return this.patience;
	}

	synchronized WizardState state() {
		return this.state;
	}

	/** Goes on with other answers; what was proven of the former ones counts no more. */
	synchronized void update(WizardState state) {
		this.state = state;
		this.proof = null;
	}

	/** The address of the NAS, as it was given or as an earlier run had it. */
	synchronized Optional<BaseUrl> nasAddress() {
		return Optional.ofNullable(this.state.nas())
			.map(NasAnswer::address)
			.or(() -> recovered().map((left) -> left.record().nas().address()));
	}

	/** The address of authentik, as it was given or as an earlier run had it. */
	synchronized Optional<BaseUrl> authentikAddress() {
		return Optional.ofNullable(this.state.authentik())
			.map(AuthentikAnswer::address)
			.or(() -> recovered().map((left) -> left.record().authentik().address()));
	}

	synchronized @Nullable ApplyRun run() {
		return this.run;
	}

	synchronized ApplyRun requireRun() {
		if (this.run == null) {
			throw new StepNotReachedException(WizardStep.REVIEW.path());
		}
		return this.run;
	}

	/** Back to a run of which something is left, or on to where the way leads. */
	synchronized String onwards(String next) {
		boolean left = this.run != null && this.run.outcome() == ApplyRun.Outcome.LEFT_BEHIND;
		return (left && this.state.isConnected()) ? WizardStep.APPLY.path() : next;
	}

	/**
	 * Takes the plan that was shown, once: a second click, an old tab or Back confirm
	 * nothing.
	 * @param mark what the page that showed the plan carries
	 * @throws ProblemException where another plan, or none, is on the review page by now
	 */
	synchronized Plan claimDraft(String mark) {
		WizardState.PlanDraft draft = this.state.draft();
		if (draft == null || !draft.mark().equals(mark)) {
			throw new ProblemException(Problem.of("form.plan-outdated"));
		}
		this.state = this.state.withDraft(null);
		return draft.plan();
	}

	/** A run is under way that belongs to this session from now on. */
	synchronized void started(ApplyRun run) {
		this.run = run;
		this.proof = null;
		this.watched = null;
		this.trial = null;
		this.defaultLogin = null;
	}

	synchronized Proofs.@Nullable Proof proof() {
		return this.proof;
	}

	/**
	 * What was seen just now; a trial that is over is told of no more, and what is seen
	 * during one is not remembered.
	 */
	synchronized void proven(Proofs.Proof proof) {
		if (this.trial == null || !this.trial.isMoving()) {
			this.proof = proof;
			this.trial = null;
		}
	}

	/**
	 * Since when, and against what, a sign-in is watched for; begun when first asked for.
	 */
	synchronized WatchedSignIn watched(Supplier<WatchedSignIn> start) {
		if (this.watched == null) {
			this.watched = start.get();
		}
		return this.watched;
	}

	synchronized @Nullable WatchedTrial trial() {
		return this.trial;
	}

	/** SSO by default is on trial; what the checks saw before counts no more. */
	synchronized void tries(WatchedTrial trial) {
		this.trial = trial;
		this.defaultLogin = trial.trial().run();
		this.proof = null;
	}

	/** The run that made SSO the default, where that was kept and still stands. */
	synchronized Optional<ApplyRun> defaultLogin() {
		return Optional.ofNullable(this.defaultLogin).filter(WizardSession::stands).filter((kept) -> isSettled());
	}

	/**
	 * The run that changed something: its own, or else the one that made SSO the default.
	 */
	synchronized @Nullable ApplyRun changed() {
		return (this.run != null) ? this.run : defaultLogin().orElse(null);
	}

	/** Whether what this session has set up, if anything, is all there. */
	synchronized boolean isSettled() {
		return this.run == null || stands(this.run);
	}

	/** The run of which this session decides what becomes. */
	synchronized Optional<UnfinishedRun> recovered() {
		return Optional.ofNullable(this.recovered);
	}

	/** Begins again from the first page. */
	synchronized void restart(WizardState.Purpose purpose, @Nullable UnfinishedRun recovered) {
		signOut();
		this.state = WizardState.begin(purpose);
		this.recovered = recovered;
		this.run = null;
		this.proof = null;
		this.watched = null;
		this.trial = null;
		this.defaultLogin = null;
	}

	@PreDestroy
	synchronized void signOut() {
		NasAnswer nas = this.state.nas();
		if (nas != null && nas.signedIn() != null) {
			Runnable goodbye = nas.signedIn().session()::close;
			underWay().ifPresentOrElse((run) -> run.whenAtRest(goodbye), goodbye);
		}
	}

	private Optional<ApplyRun> underWay() {
		return Optional.ofNullable(this.trial)
			.map((watchedTrial) -> watchedTrial.trial().run())
			.filter(WizardSession::isUnderWay)
			.or(() -> Optional.ofNullable(this.run).filter(WizardSession::isUnderWay));
	}

	private static boolean stands(ApplyRun run) {
		return run.outcome() == ApplyRun.Outcome.APPLIED;
	}

	private static boolean isUnderWay(ApplyRun run) {
		return run.outcome().isUnderWay();
	}

}
