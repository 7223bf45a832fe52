package io.github.dsmsso.wizard.apply;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * How an object that a run makes is found again: by the key that authentik gave it and,
 * where its creation was never confirmed, in a list, by what the run chose itself.
 *
 * @param <T> the object
 */
final class MadeObject<T> {

	private final BooleanSupplier hasKey;

	private final Supplier<Optional<T>> byKey;

	private final Supplier<Optional<T>> inList;

	private final Runnable forget;

	private final Ahead<Optional<T>> ahead;

	/**
	 * Describes an object.
	 * @param hasKey whether a key is known
	 * @param byKey asks for the object by its key
	 * @param inList looks for it in the list of all
	 * @param forget forgets the key
	 * @param pauses how often the run has paused
	 */
	MadeObject(BooleanSupplier hasKey, Supplier<Optional<T>> byKey, Supplier<Optional<T>> inList, Runnable forget,
			IntSupplier pauses) {
		this.hasKey = hasKey;
		this.byKey = byKey;
		this.inList = inList;
		this.forget = forget;
		this.ahead = new Ahead<>(pauses);
	}

	/** Begins to look for it, because it is about to be deleted. */
	void lookAhead() {
		this.ahead.begin(this::find);
	}

	/** As it is now; empty where there is none. */
	Optional<T> find() {
		return this.hasKey.getAsBoolean() ? this.byKey.get() : this.inList.get();
	}

	/**
	 * As it is right after it was written: where the key that a creation was answered
	 * with leads nowhere, it is not its key.
	 */
	Optional<T> findWritten() {
		Optional<T> found = find();
		if (found.isPresent() || !this.hasKey.getAsBoolean()) {
			return found;
		}
		this.forget.run();
		return this.inList.get();
	}

	/**
	 * Before it is deleted: it is gone only where neither its key nor a list leads to it,
	 * for either may fail to for a moment.
	 */
	Optional<T> stillThere(CarefulWrite carefully) {
		return carefully.readPatiently(() -> this.ahead.orElse(this::find))
			.or(() -> carefully.readPatiently(this.inList));
	}

}
