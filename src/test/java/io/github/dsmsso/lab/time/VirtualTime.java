package io.github.dsmsso.lab.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is told that time has passed, and does on the way
 * what was to be done by then.
 */
public final class VirtualTime extends Clock implements Later {

	private final Queue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));

	private volatile Instant now = Instant.parse("2026-11-24T09:00:00Z");

	private int lastNumber;

	/**
	 * Lets time pass. What falls due meanwhile is done at its instant, in order; whoever
	 * waits at the same time on another thread does not wait longer for it.
	 */
	public void pass(Duration time) {
		Instant until = this.now.plus(time);
		for (Task next = dueBy(until); next != null; next = dueBy(until)) {
			advanceTo(next.due());
			next.work().run();
		}
		advanceTo(until);
	}

	private synchronized @Nullable Task dueBy(Instant until) {
		Task next = this.tasks.peek();
		return (next != null && !next.due().isAfter(until)) ? this.tasks.poll() : null;
	}

	private synchronized void advanceTo(Instant instant) {
		if (instant.isAfter(this.now)) {
			this.now = instant;
		}
	}

	@Override
	public synchronized void after(Duration delay, Runnable work) {
		this.tasks.add(new Task(this.now.plus(delay), ++this.lastNumber, work));
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	/** The same clock: the laboratory lives in one zone. */
	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	private record Task(Instant due, int number, Runnable work) {
	}

}
