package io.github.dsmsso.wizard.http;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * So many exchanges with a peer at a time and no more; others wait for their turn. Over
 * HTTP/1.1 that is also how many connections are open, and each new one costs a NAS a
 * signature. The JDK's client has no such limit of its own.
 */
final class Turns {

	private final Deque<Turn> waiting = new ArrayDeque<>();

	private int free;

	Turns(int most) {
		this.free = most;
	}

	/** Does something in its turn, and makes room for others however it ends. */
	<T> Mono<T> in(Mono<T> exchange) {
		return Mono.usingWhen(Mono.create(this::ask), (turn) -> exchange, (turn) -> Mono.fromRunnable(turn::end));
	}

	private void ask(MonoSink<Turn> asking) {
		Turn turn = new Turn(asking);
		asking.onCancel(turn::end);
		synchronized (this.waiting) {
			if (turn.state == State.WAITING) {
				this.waiting.add(turn);
			}
		}
		next();
	}

	private void next() {
		Turn first = takeFirst();
		if (first != null) {
			first.asking.success(first);
		}
	}

	private @Nullable Turn takeFirst() {
		synchronized (this.waiting) {
			Turn first = (this.free > 0) ? this.waiting.poll() : null;
			if (first != null) {
				first.state = State.GIVEN;
				this.free--;
			}
			return first;
		}
	}

	private enum State {

		WAITING, GIVEN, ENDED

	}

	/**
	 * The right to one exchange. Whoever gives up at the moment in which it is given may
	 * never learn that it was: it ends all the same.
	 */
	private final class Turn {

		private final MonoSink<Turn> asking;

		private State state = State.WAITING;

		private Turn(MonoSink<Turn> asking) {
			this.asking = asking;
		}

		void end() {
			synchronized (Turns.this.waiting) {
				Turns.this.free += (this.state == State.GIVEN) ? 1 : 0;
				Turns.this.waiting.remove(this);
				this.state = State.ENDED;
			}
			next();
		}

	}

}
