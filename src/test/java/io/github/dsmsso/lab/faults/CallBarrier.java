package io.github.dsmsso.lab.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.time.Later;

/**
 * Holds a call back before the server sees it, until it is let through: what happens
 * meanwhile happens in the middle of whatever made the call.
 */
public final class CallBarrier implements Disturbance {

	private static final int PATIENCE_SECONDS = 60;

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch open = new CountDownLatch(1);

	/** Waits until the call has arrived. */
	public CallBarrier reached() {
		await(this.reached, "No call came to the gate");
		return this;
	}

	/** Lets the call through. */
	public void open() {
		this.open.countDown();
	}

	@Override
	public LabResponse strike(LabHandler server, LabRequest request, Later later) {
		this.reached.countDown();
		await(this.open, "Nobody opened the gate");
		return server.handle(request);
	}

	private static void await(CountDownLatch latch, String otherwise) {
		try {
			if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new AssertionError(otherwise);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(otherwise, ex);
		}
	}

}
