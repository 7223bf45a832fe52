package io.github.dsmsso.wizard.apply;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * A step that makes one change of the plan.
 *
 * @param <C> the kind of change
 */
abstract class ChangeStep<C extends Change> implements Step {

	static final String SECRET_NOT_KNOWN = "apply.secret-not-known";

	private final C change;

	private final RunContext context;

	private final CarefulWrite carefully;

	ChangeStep(C change, RunContext context, CarefulWrite carefully) {
		this.change = change;
		this.context = context;
		this.carefully = carefully;
	}

	@Override
	public final String code() {
		ChangeDescription description = this.change.describe();
		return description.object() + "." + description.operation().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public final String subject() {
		return this.change.describe().name();
	}

	@Override
	public final TargetSystem writesTo() {
		return this.change.describe().system();
	}

	@Override
	public final void finish() {
		switch (look()) {
			case AS_WANTED -> {
			}
			case AS_BEFORE -> perform();
			case OTHERWISE -> throw changedByOthers();
		}
	}

	/** Looks how the object stands now, and takes up the key that authentik gave it. */
	abstract Standing look();

	final C change() {
		return this.change;
	}

	final RunContext context() {
		return this.context;
	}

	final CarefulWrite carefully() {
		return this.carefully;
	}

	final AuthentikClient authentik() {
		return this.context.authentik();
	}

	final DsmSession dsm() {
		return this.context.dsm();
	}

	/**
	 * Reads the object, which has to be as before still: what has come in the meantime is
	 * somebody else's, and stays.
	 * @throws NotWrittenException where it is not, or that cannot be seen
	 */
	final <T> T unchanged(Supplier<T> reading, Predicate<T> asBefore) {
		try {
			T found = carefully().readPatiently(reading);
			if (!asBefore.test(found)) {
				throw new ProblemException(Problem.of("apply.changed-meanwhile"));
			}
			return found;
		}
		catch (ProblemException ex) {
			throw new NotWrittenException(ex.problem(), ex);
		}
	}

	/** Somebody else has changed the object since: it is left alone and reported. */
	final ProblemException changedByOthers() {
		return new ProblemException(Problem.of("apply.changed-by-others", subject()));
	}

	/** What was there before is back, all but a secret that nobody told us. */
	final void requireKnown(boolean secretKnown) {
		if (!secretKnown) {
			throw new ProblemException(Problem.of(SECRET_NOT_KNOWN));
		}
	}

}
