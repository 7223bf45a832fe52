package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Standing;

/**
 * A step that sets one of DSM's SSO objects, all of which are always there.
 *
 * @param <C> the kind of change
 * @param <T> the object
 */
abstract class DsmStep<C extends Change, T> extends ChangeStep<C> {

	DsmStep(C change, RunContext context, CarefulWrite carefully) {
		super(change, context, carefully);
	}

	abstract T before();

	abstract T wanted();

	abstract T read();

	abstract void save(T value);

	/** Whether an object, as read, is the expected one. */
	boolean isSame(T found, T expected) {
		return found.equals(expected);
	}

	@Override
	public void perform() {
		bring(before(), wanted());
	}

	@Override
	Standing look() {
		return standing(carefully().readPatiently(this::read), before(), wanted());
	}

	@Override
	public final void undo() {
		undo(carefully().readPatiently(this::read));
	}

	/** Brings back the object, which was found like this. */
	void undo(T found) {
		switch (standing(found, before(), wanted())) {
			case AS_WANTED -> bring(wanted(), before());
			case AS_BEFORE -> {
			}
			case OTHERWISE -> throw changedByOthers();
		}
	}

	/** DSM does not want that value, and would not want it a second time. */
	static boolean isRefusedByDsm(NotWrittenException failure) {
		return failure.getCause() instanceof DsmException dsm && !dsm.code().isSessionGone()
				&& !dsm.code().isNotPermitted();
	}

	final void bring(T from, T to) {
		carefully().perform(() -> save(to), () -> readBack(to), (found) -> standing(found, from, to));
	}

	/**
	 * That what comes along with a write is read after it is only assumed of a real DSM:
	 * where it is not as wanted, the object is read by itself.
	 */
	private T readBack(T wanted) {
		T found = read();
		return isSame(found, wanted) ? found : read();
	}

	private Standing standing(T found, T from, T to) {
		if (isSame(found, to)) {
			return Standing.AS_WANTED;
		}
		return isSame(found, from) ? Standing.AS_BEFORE : Standing.OTHERWISE;
	}

}
