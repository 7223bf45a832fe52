package io.github.dsmsso.lab.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something when some time has passed. */
@FunctionalInterface
public interface Later {

	void after(Duration delay, Runnable work);

	/** By the clock on the wall, on another thread. */
	static Later real() {
		return (delay, work) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
			.execute(work);
	}

}
