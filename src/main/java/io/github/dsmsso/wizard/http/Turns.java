package io.github.dsmsso.wizard.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * So many exchanges with a peer at a time and no more; others wait for their turn. Over
 * HTTP/1.1 that is also how many connections are open, and each new one costs a NAS a
 * signature. The JDK's client has no such limit of its own.
 */
final class Turns {

	private final Deque<MonoSink<Turn>> waiting = new ArrayDeque<>();

	private int free;

	Turns(int most) {
		this.free = most;
	}

	/** Does something in its turn, and makes room for others however it ends. */
	<T> Mono<T> in(Mono<T> exchange) {
		return Mono.usingWhen(Mono.create(this::ask).doOnDiscard(Turn.class, Turn::end), (turn) -> exchange,
				(turn) -> Mono.fromRunnable(turn::end));
	}

	private void ask(MonoSink<Turn> asking) {
		asking.onDispose(() -> forget(asking));
		synchronized (this.waiting) {
			this.waiting.add(asking);
		}
		next();
	}

	private void forget(MonoSink<Turn> asking) {
		synchronized (this.waiting) {
			this.waiting.remove(asking);
		}
	}

	private void next() {
		MonoSink<Turn> first = takeFirst();
		if (first != null) {
			first.success(new Turn());
		}
	}

	private @Nullable MonoSink<Turn> takeFirst() {
		synchronized (this.waiting) {
			MonoSink<Turn> first = (this.free > 0) ? this.waiting.poll() : null;
			this.free -= (first != null) ? 1 : 0;
			return first;
		}
	}

	/** The right to one exchange. */
	private final class Turn {

		private final AtomicBoolean ended = new AtomicBoolean();

		void end() {
			if (this.ended.compareAndSet(false, true)) {
				synchronized (Turns.this.waiting) {
					Turns.this.free++;
				}
				next();
			}
		}

	}

}
