package io.github.dsmsso.wizard.apply;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is begun while the step before still reads back. It counts once, only
 * where it went well, and only where nothing had to be waited for in between.
 *
 * @param <T> what is read
 */
final class Ahead<T> {

	private final IntSupplier pauses;

	private @Nullable Reading<T> begun;

	private int pausesBefore;

	/**
	 * Nothing is begun yet.
	 * @param pauses how often the run has paused
	 */
	Ahead(IntSupplier pauses) {
		this.pauses = pauses;
	}

	void begin(Supplier<T> reader) {
		this.pausesBefore = this.pauses.getAsInt();
		this.begun = Reading.start(reader);
	}

	/** What was read ahead, or else what is read now. */
	T orElse(Supplier<T> reader) {
		Reading<T> ahead = this.begun;
		this.begun = null;
		if (ahead == null || this.pausesBefore != this.pauses.getAsInt()) {
			return reader.get();
		}
		try {
			return ahead.get();
		}
		catch (ProblemException ex) {
			return reader.get();
		}
	}

}
