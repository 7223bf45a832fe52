package io.github.dsmsso.wizard.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps wrong passwords from adding up: DSM's Auto Block shuts an address out after some
 * wrong ones within minutes (ten in five by default), and behind a proxy or a container
 * bridge that shuts everybody out. So there is one sign-in at a time to a NAS, whoever
 * asks for it in whatever session, and none for a while after three that failed.
 */
@Component
class SignInPatience {

	private static final int TRIES = 3;

	private static final Duration WITHIN = Duration.ofMinutes(5);

	/** No more than this is remembered; the oldest is forgotten first. */
	private static final int REMEMBERED = 300;

	private final Set<String> underWay = new HashSet<>();

	private final Deque<Attempt> attempts = new ArrayDeque<>();

	private final Clock clock;

	SignInPatience(Clock clock) {
		this.clock = clock;
	}

	/** Whether this very form was sent before, as by a second click. */
	synchronized boolean wasSent(String mark) {
		return this.attempts.stream().anyMatch((attempt) -> attempt.isOf(mark));
	}

	/**
	 * How many more may fail at a NAS before it is better to wait; empty where none has
	 * failed lately.
	 */
	synchronized OptionalInt triesLeft(BaseUrl nas) {
		Instant now = this.clock.instant();
		long failed = failuresAt(named(nas)).stream().filter((attempt) -> attempt.at.plus(WITHIN).isAfter(now)).count();
		return (failed == 0) ? OptionalInt.empty() : OptionalInt.of((int) Math.max(0, TRIES - failed));
	}

	/**
	 * Sends one sign-in, if it is time for one. It counts as failed from before it is
	 * sent until it is known not to be; one whose answer is lost stays counted.
	 * @param nas where to
	 * @param mark what the form carried, none twice
	 * @param code the one-time code that is sent, or null
	 * @param signIn sends it, once
	 * @throws ProblemException where it was not sent, because another one is under way,
	 * the form or its code was sent before, or it is better to wait
	 */
	SignIn attempt(BaseUrl nas, String mark, @Nullable Secret code, Supplier<SignIn> signIn) {
		Attempt attempt = begin(new Attempt(named(nas), mark, code, this.clock.instant()));
		try {
			SignIn answer = signIn.get();
			settle(attempt, answer.outcome());
			return answer;
		}
		catch (ApiException ex) {
			if (ex.failure().nothingSent()) {
				withdraw(attempt);
			}
			throw ex;
		}
		finally {
			end(attempt);
		}
	}

	private synchronized Attempt begin(Attempt attempt) {
		this.attempts.removeIf((former) -> former.at.plus(WITHIN).isBefore(attempt.at));
		requireNew(attempt);
		requirePatience(attempt);
		if (this.attempts.size() == REMEMBERED) {
			this.attempts.removeFirst();
		}
		this.underWay.add(attempt.nas);
		this.attempts.addLast(attempt);
		return attempt;
	}

	/**
	 * DSM takes a code once: what is sent again is refused, and counted by Auto Block.
	 */
	private void requireNew(Attempt attempt) {
		if (wasSent(attempt.mark)) {
			throw new ProblemException(Problem.of("form.sign-in-sent-before"));
		}
		if (this.underWay.contains(attempt.nas)) {
			throw new ProblemException(Problem.of("form.sign-in-under-way"));
		}
		if (this.attempts.stream().anyMatch((former) -> former.hasCodeOf(attempt))) {
			throw new ProblemException(Problem.of("form.code-sent-before"));
		}
	}

	private void requirePatience(Attempt attempt) {
		List<Attempt> failures = failuresAt(attempt.nas);
		if (failures.size() >= TRIES) {
			long minutes = Duration.between(attempt.at, failures.get(0).at.plus(WITHIN)).toMinutes() + 1;
			throw new ProblemException(Problem.of("form.too-many-sign-ins", String.valueOf(minutes)));
		}
	}

	private synchronized void settle(Attempt attempt, SignIn.Outcome outcome) {
		if (outcome == SignIn.Outcome.SIGNED_IN) {
			failuresAt(attempt.nas).forEach(Attempt::forgive);
		}
		else if (outcome != SignIn.Outcome.REFUSED) {
			attempt.forgive();
		}
	}

	private List<Attempt> failuresAt(String nas) {
		return this.attempts.stream().filter((attempt) -> attempt.failed && attempt.nas.equals(nas)).toList();
	}

	private static String named(BaseUrl nas) {
		return nas.host() + ":" + nas.port();
	}

	private synchronized void withdraw(Attempt attempt) {
		this.attempts.remove(attempt);
	}

	private synchronized void end(Attempt attempt) {
		this.underWay.remove(attempt.nas);
	}

	/** A sign-in that was sent, and whether it has to be taken for a failed one. */
	private static final class Attempt {

		private final String nas;

		private final String mark;

		private final @Nullable Secret code;

		private final Instant at;

		private boolean failed = true;

		private Attempt(String nas, String mark, @Nullable Secret code, Instant at) {
			this.nas = nas;
			this.mark = mark;
			this.code = code;
			this.at = at;
		}

		private boolean isOf(String mark) {
			return !mark.isEmpty() && this.mark.equals(mark);
		}

		private boolean hasCodeOf(Attempt other) {
			return this.code != null && this.code.equals(other.code) && this.nas.equals(other.nas);
		}

		private void forgive() {
			this.failed = false;
		}

	}

}
