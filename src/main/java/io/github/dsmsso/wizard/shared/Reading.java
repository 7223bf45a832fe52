package io.github.dsmsso.wizard.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A reading that has been started and is collected later, so that readings that do not
 * depend on one another run side by side.
 *
 * @param <T> what is read
 */
public final class Reading<T> {

	private static final Executor READERS = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "reading");
		thread.setDaemon(true);
		return thread;
	});

	private final CompletableFuture<T> future;

	private Reading(CompletableFuture<T> future) {
		this.future = future;
	}

	/** Starts a reading. */
	public static <T> Reading<T> start(Supplier<T> reader) {
		return new Reading<>(CompletableFuture.supplyAsync(reader, READERS));
	}

	/**
	 * Waits for the reading, but not for longer than that.
	 * @return whether it has ended, well or not
	 */
	public boolean endsWithin(Duration patience) {
		return this.future.handle((value, failure) -> true)
			.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	/** Whether it has ended, and not well. */
	public boolean hasFailed() {
		return this.future.isCompletedExceptionally();
	}

	/**
	 * Waits for the reading and returns what was read.
	 * @throws RuntimeException whatever the reader threw
	 */
	public T get() {
		try {
			return this.future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
