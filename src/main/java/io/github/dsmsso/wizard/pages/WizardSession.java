package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;

import io.github.dsmsso.wizard.access.Lasting;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.pages.PeopleLook.Found;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.SignInProof;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/**
 * One person's way through the wizard, in memory and never written down. It signs out of
 * DSM when it ends, but not from under a run that is under way.
 */
@Component
@SessionScope
class WizardSession implements Lasting {

	private WizardState state = WizardState.begin(WizardState.Purpose.CONNECT);

	private boolean begun;

	private @Nullable PeopleLook look;

	private @Nullable WizardState lookedOf;

	private @Nullable PeopleForm typed;

	private final SessionRuns runs = new SessionRuns();

	private @Nullable UnfinishedRun recovered;

	private @Nullable WatchedSignIn watched;

	private @Nullable Reading<SignInProof> signInLook;

	private @Nullable Proof proof;

	private @Nullable WatchedTrial trial;

	private @Nullable ApplyRun defaultLogin;

	synchronized WizardState state() {
		return this.state;
	}

	/**
	 * A NAS was given, or more was learnt of it. A session with DSM that the answer does
	 * not carry on ends.
	 * @param before the NAS that the answer was made of
	 * @throws OvertakenException where it is another one by now
	 */
	synchronized void answerNas(@Nullable NasAnswer before, NasAnswer answer) {
		requireSame(before, this.state.nas());
		signOut();
		this.typed = null;
		change(this.state.withNas(answer));
	}

	/**
	 * An authentik was given, or more was learnt of it.
	 * @param before the authentik that the answer was made of
	 * @throws OvertakenException where it is another one by now
	 */
	synchronized void answerAuthentik(@Nullable AuthentikAnswer before, AuthentikAnswer answer) {
		requireSame(before, this.state.authentik());
		this.typed = null;
		change(this.state.withAuthentik(answer));
	}

	/**
	 * Both systems were read anew, after a run has changed them; what was proposed of
	 * what they were before is dropped.
	 * @param before the answers they were read by
	 * @throws OvertakenException where an answer is another one by now
	 */
	synchronized void readAnew(WizardState before, SignedInNas nas, AuthentikInventory inventory) {
		requireSameAnswers(before);
		this.typed = null;
		change(this.state.readAnew(nas, inventory));
	}

	/**
	 * The look at people that fits the answers: the one that there is, or else another
	 * one.
	 * @param of the answers
	 * @param anew whether one that was shown already does not count
	 * @param start begins another one
	 */
	synchronized PeopleLook look(WizardState of, boolean anew, Supplier<PeopleLook> start) {
		PeopleLook fitting = this.look;
		if (fitting == null || this.lookedOf != of || fitting.isUsedUp(anew)) {
			fitting = start.get();
			look(of, fitting);
		}
		return fitting;
	}

	/** Who will be able to sign in, where the last look was by exactly that choice. */
	synchronized Optional<People> peopleOf(DesiredState desired) {
		return look().flatMap(PeopleLook::foundBefore)
			.filter((found) -> found.proposal() == this.state.proposal() && found.isAbout(desired))
			.map(Found::people);
	}

	/** Another look at people has begun. */
	synchronized void look(WizardState of, PeopleLook begun) {
		this.look = begun;
		this.lookedOf = of;
	}

	/** The last look at people, under way or over. */
	synchronized Optional<PeopleLook> look() {
		return Optional.ofNullable(this.look);
	}

	/**
	 * A look at people brought a desired state; what was chosen before is dropped where
	 * it is another one.
	 * @param before what the look was made of
	 * @throws OvertakenException where an answer is another one by now
	 */
	synchronized void propose(WizardState before, Proposal proposal) {
		if (before.proposal() != proposal) {
			requireSameAnswers(before);
			change(this.state.withProposal(proposal));
			this.lookedOf = this.state;
		}
	}

	/** What was typed on the page about people and is not chosen yet. */
	synchronized Optional<PeopleForm> typed() {
		return Optional.ofNullable(this.typed);
	}

	/** Keeps what was typed there for as long as it belongs to the same systems. */
	synchronized void type(@Nullable PeopleForm form) {
		this.typed = form;
	}

	/**
	 * It was chosen how both systems shall be.
	 * @param before what the choice was made of
	 * @throws OvertakenException where an answer is another one by now
	 */
	synchronized void choose(WizardState before, DesiredState desired) {
		choose(before, desired, Extent.EVERYTHING);
	}

	/**
	 * The same of a part of what is there.
	 * @param extent what of it
	 */
	synchronized void choose(WizardState before, DesiredState desired, Extent extent) {
		this.typed = null;
		requireSameAnswers(before);
		change(this.state.withDesired(desired, extent));
	}

	/**
	 * A plan was made. What was proven still counts where there is nothing to change.
	 * @param before what it was made of
	 * @throws OvertakenException where an answer is another one by now
	 */
	synchronized void plan(WizardState before, WizardState.PlanDraft draft) {
		requireSameAnswers(before);
		Proof proven = this.proof;
		change(this.state.withDraft(draft));
		this.proof = draft.plan().changesNothing() ? proven : null;
	}

	private void requireSameAnswers(WizardState before) {
		requireSame(before.nas(), this.state.nas());
		requireSame(before.authentik(), this.state.authentik());
		requireSame(before.proposal(), this.state.proposal());
		requireSame(before.desired(), this.state.desired());
	}

	/** Answers are never changed but replaced, so the same one is the very same. */
	private void requireSame(@Nullable Object before, @Nullable Object now) {
		if (before != now) {
			throw new OvertakenException(Problem.of("form.overtaken"), this.state.nextPage());
		}
	}

	/** What was proven of former answers counts no more. */
	private void change(WizardState state) {
		this.state = state;
		this.proof = null;
	}

	/** Whether somebody has begun on the first page. */
	synchronized boolean isBegun() {
		return this.begun;
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

	/** The slug of the application that exists, as far as this session knows it. */
	synchronized Optional<String> application() {
		return Optional.ofNullable(this.runs.current())
			.filter(SessionRuns::stands)
			.map((made) -> made.plan().desired().applicationSlug());
	}

	/** The key of the provider that was there before, as far as this session knows it. */
	synchronized Optional<Integer> provider() {
		return Optional.ofNullable(this.state.proposal()).map((proposal) -> proposal.desired().adoptedProvider());
	}

	/** The latest run, whatever became of it. */
	synchronized @Nullable ApplyRun run() {
		return this.runs.latest();
	}

	synchronized ApplyRun requireRun() {
		ApplyRun run = run();
		if (run == null) {
			throw new StepNotReachedException(WizardStep.REVIEW.path());
		}
		return run;
	}

	/** The run by whose plan both systems are: the latest that was not undone. */
	synchronized @Nullable ApplyRun currentRun() {
		return this.runs.current();
	}

	/** The run that counts again once the current one is undone. */
	synchronized Optional<ApplyRun> runBeneath() {
		return this.runs.beneath();
	}

	/**
	 * The page of a run of which something is left, or the one to which the way leads.
	 */
	synchronized String runLeftBehindOr(String next) {
		ApplyRun run = run();
		boolean left = run != null && run.outcome() == RunOutcome.LEFT_BEHIND;
		return (left && this.state.isConnected()) ? WizardStep.APPLY.path() : next;
	}

	/**
	 * Takes the plan that was shown, once: a second click, an old tab or Back confirm
	 * nothing.
	 * @param mark what the page that showed the plan carries
	 * @throws ProblemException where another plan, or none, is on the review page by now
	 */
	synchronized WizardState.PlanDraft claimDraft(String mark) {
		WizardState.PlanDraft draft = this.state.draft();
		if (draft == null || !draft.mark().equals(mark)) {
			throw new ProblemException(Problem.of("form.plan-outdated"));
		}
		this.state = this.state.withDraft(null);
		return draft;
	}

	/** A run is under way that belongs to this session from now on. */
	synchronized void follow(ApplyRun run) {
		this.runs.follow(run);
		this.proof = null;
		this.watched = null;
		this.signInLook = null;
		this.trial = null;
		this.defaultLogin = null;
	}

	synchronized @Nullable Proof proof() {
		return this.proof;
	}

	/**
	 * What was seen just now; a trial that is over is told of no more. What is seen
	 * during one is not remembered, nor what was seen of answers that have changed
	 * meanwhile.
	 * @param of the answers when the look began
	 */
	synchronized void remember(WizardState of, Proof proof) {
		if (of != this.state) {
			return;
		}
		if (this.trial == null || !this.trial.isMoving()) {
			this.proof = proof;
			this.trial = null;
		}
	}

	/**
	 * More was seen of the sign-in, unless somebody has looked at everything again
	 * meanwhile.
	 */
	synchronized void replace(Proof before, Proof proof) {
		if (this.proof == before) {
			this.proof = proof;
		}
	}

	/**
	 * Since when, and against what, a sign-in is watched for: since shortly before DSM
	 * was switched over, where this session did that; null where nobody has looked yet.
	 */
	synchronized @Nullable WatchedSignIn watched() {
		ApplyRun run = currentRun();
		return (this.watched == null && run != null) ? run.watched() : this.watched;
	}

	/** A sign-in is watched for since then, unless another window was first. */
	synchronized WatchedSignIn watching(WatchedSignIn since) {
		if (this.watched == null) {
			this.watched = since;
		}
		return this.watched;
	}

	/** The look for a sign-in that is going on, or else another one. */
	synchronized Reading<SignInProof> signInLook(Supplier<Reading<SignInProof>> start) {
		if (this.signInLook == null) {
			this.signInLook = start.get();
		}
		return this.signInLook;
	}

	/** What that look has found is known. */
	synchronized void ended(Reading<SignInProof> look) {
		if (this.signInLook == look) {
			this.signInLook = null;
		}
	}

	synchronized @Nullable WatchedTrial trial() {
		return this.trial;
	}

	/** SSO by default is on trial; what the checks saw before counts no more. */
	synchronized void remember(WatchedTrial trial) {
		this.trial = trial;
		this.defaultLogin = trial.trial().run();
		this.proof = null;
	}

	/** The run that made SSO the default, where that was kept and still stands. */
	synchronized Optional<ApplyRun> defaultLogin() {
		return Optional.ofNullable(this.defaultLogin).filter(SessionRuns::stands).filter((kept) -> isSettled());
	}

	/**
	 * The run that changed something: its own, or else the one that made SSO the default.
	 */
	synchronized @Nullable ApplyRun changed() {
		ApplyRun run = currentRun();
		return (run != null) ? run : defaultLogin().orElse(null);
	}

	/** All runs whose changes may be there, the oldest first. */
	synchronized List<ApplyRun> allChanged() {
		return Stream.concat(this.runs.all().stream(), defaultLogin().stream()).toList();
	}

	/** The run that can be undone as a whole, if there is one. */
	synchronized Optional<ApplyRun> undoable() {
		return Optional.ofNullable(changed()).filter((run) -> run.outcome().isUndoable());
	}

	/** Whether what this session has set up, if anything, is all there. */
	synchronized boolean isSettled() {
		return this.runs.areSettled();
	}

	/** Whether this session is a mere check: nothing was planned in it. */
	synchronized boolean isWithoutPlan() {
		return run() == null && this.state.desired() == null;
	}

	/** Whether somebody came for a mere check, and has planned nothing since. */
	synchronized boolean isCheck() {
		return this.state.purpose() == WizardState.Purpose.CHECK && isWithoutPlan();
	}

	/** The run of which this session decides what becomes. */
	synchronized Optional<UnfinishedRun> recovered() {
		return Optional.ofNullable(this.recovered);
	}

	/** Begins again from the first page. */
	synchronized void restart(WizardState.Purpose purpose, @Nullable UnfinishedRun recovered) {
		signOut();
		this.begun = true;
		this.state = WizardState.begin(purpose);
		this.recovered = recovered;
		this.look = null;
		this.typed = null;
		this.runs.clear();
		this.proof = null;
		this.watched = null;
		this.signInLook = null;
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

	/** A run, or a trial of SSO by default, that somebody watches here. */
	@Override
	public synchronized boolean isUnderWay() {
		return underWay().isPresent() || (this.trial != null && this.trial.isMoving());
	}

	private Optional<ApplyRun> underWay() {
		return Optional.ofNullable(this.trial)
			.map((watchedTrial) -> watchedTrial.trial().run())
			.filter(WizardSession::isUnderWay)
			.or(() -> Optional.ofNullable(run()).filter(WizardSession::isUnderWay));
	}

	private static boolean isUnderWay(ApplyRun run) {
		return run.outcome().isUnderWay();
	}

}
