package io.github.dsmsso.wizard.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AccountName;
import io.github.dsmsso.wizard.authentik.AuthentikEvent;
import io.github.dsmsso.wizard.authentik.SignInEvents;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.dsm.CurrentConnection;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;

import org.springframework.stereotype.Component;

/**
 * Watches for a real sign-in: authentik's log says whom it let into the application, and
 * DSM's list of connections says who has come in.
 */
@Component
public class SignInWatch {

	private static final String CHECK = "sign-in";

	private static final int MOST_FAILURES = 3;

	private final OpenIdProvider openId;

	private final Clock clock;

	SignInWatch(OpenIdProvider openId, Clock clock) {
		this.openId = openId;
		this.clock = clock;
	}

	/**
	 * Remembers the moment, and who is signed in to DSM already.
	 * @throws ProblemException where DSM or authentik cannot be asked
	 */
	public WatchedSignIn start(VerificationSubject subject) {
		Reading<List<CurrentConnection>> connections = Reading.start(() -> subject.dsm().currentConnections());
		Expectation expected = Expectation.of(subject);
		Instant now = this.clock.instant();
		Instant there = this.openId.clock(expected.authentik(), expected.wellKnown()).orElse(now);
		return new WatchedSignIn(there, now, Set.copyOf(connections.get()));
	}

	/** Tells how far a sign-in has got since. May be asked again and again. */
	public SignInProof look(VerificationSubject subject, WatchedSignIn watched) {
		try {
			Reading<List<CurrentConnection>> connections = Reading.start(() -> subject.dsm().currentConnections());
			SignInEvents events = subject.authentik()
				.applications()
				.get(subject.applicationSlug())
				.map((application) -> subject.authentik().events().signInsSince(application.pk(), watched.since()))
				.orElse(SignInEvents.NONE);
			return proof(watched, events, connections.get());
		}
		catch (ProblemException ex) {
			return notSeen(ex.problem());
		}
	}

	/** The same of what was seen together with everything else. */
	static SignInProof seen(Observation observation, WatchedSignIn watched) {
		Observed<SignInProof> seen = observation.authentik()
			.signIns()
			.orIfNothing(SignInEvents.NONE)
			.lookFurther(observation.dsm().connections(), (events, connections) -> proof(watched, events, connections));
		Problem problem = seen.problem();
		return seen.find()
			.orElseGet(() -> (problem != null) ? notSeen(problem)
					: SignInProof.ofNobody(Stage.NOT_SEEN, CheckResult.dependsOnOthers(CHECK)));
	}

	/**
	 * The moment of an observation, to watch from then on.
	 * @throws ProblemException where DSM did not tell who is signed in
	 */
	static WatchedSignIn from(Observation observation) {
		Observed<List<CurrentConnection>> connections = observation.dsm().connections();
		if (connections.problem() != null) {
			throw new ProblemException(connections.problem());
		}
		ClockReading clock = observation.protocol()
			.clock()
			.find()
			.orElse(new ClockReading(observation.at(), observation.at()));
		return new WatchedSignIn(clock.theirs(), clock.ours(), Set.copyOf(connections.find().orElse(List.of())));
	}

	private static SignInProof notSeen(Problem problem) {
		return SignInProof.ofNobody(Stage.NOT_SEEN, CheckResult.unseen(CHECK, problem));
	}

	private static SignInProof proof(WatchedSignIn watched, SignInEvents events, List<CurrentConnection> connections) {
		return proof(watched, events.letIn(), events.failures(), fresh(connections, watched));
	}

	private static List<CurrentConnection> fresh(List<CurrentConnection> now, WatchedSignIn watched) {
		return now.stream()
			.filter((connection) -> !watched.before().contains(connection))
			.filter((connection) -> connection.type().startsWith("HTTP"))
			.toList();
	}

	static SignInProof proof(WatchedSignIn watched, List<AuthentikEvent> letIn, List<AuthentikEvent> failures,
			List<CurrentConnection> fresh) {
		List<String> usernames = letIn.stream().map(AuthentikEvent::username).distinct().toList();
		if (usernames.isEmpty()) {
			return SignInProof.ofNobody(Stage.NOBODY_YET, withFailures(nobodyYet(failures, fresh), failures));
		}
		Instant letInAt = watched.byOwnClock(letIn.get(0).created());
		List<SignedIn> cameIn = usernames.stream()
			.flatMap((username) -> sessionsOf(username, fresh).map((session) -> new SignedIn(username, session)))
			.toList();
		return cameIn.isEmpty()
				? new SignInProof(Stage.LET_IN_BY_AUTHENTIK, usernames, letInAt, List.of(),
						withFailures(noSession(letIn.get(0), fresh), failures))
				: new SignInProof(Stage.SIGNED_IN, usernames, letInAt,
						cameIn.stream().map((one) -> one.session().who()).distinct().toList(), signedIn(cameIn));
	}

	private static Stream<CurrentConnection> sessionsOf(String username, List<CurrentConnection> connections) {
		AccountName name = new AccountName(username);
		return connections.stream().filter((connection) -> name.resembles(new AccountName(connection.who())));
	}

	/** The newest in words, and all of them as evidence. */
	private static CheckResult signedIn(List<SignedIn> cameIn) {
		CheckResult told = CheckResult.pass(CHECK, "signed-in", cameIn.get(0).username(),
				cameIn.get(0).session().who());
		for (SignedIn one : cameIn) {
			told = told.with("authentik-user", one.username())
				.with("dsm-session", one.session().who() + ", " + one.session().from() + ", " + one.session().since());
		}
		return told;
	}

	/**
	 * A session alone may be one by password, and some builds of authentik log no
	 * authorization.
	 */
	private static CheckResult nobodyYet(List<AuthentikEvent> failures, List<CurrentConnection> fresh) {
		if (!fresh.isEmpty()) {
			return CheckResult.unknown(CHECK, "session-only", names(fresh)).with("dsm-session", names(fresh));
		}
		return failures.isEmpty() ? CheckResult.unknown(CHECK, "nobody-yet") : failed(failures.get(0));
	}

	private static CheckResult failed(AuthentikEvent event) {
		return CheckResult.warn(CHECK, event.action().replace('_', '-'), event.username(), event.message());
	}

	private static CheckResult noSession(AuthentikEvent event, List<CurrentConnection> fresh) {
		CheckResult result = CheckResult.warn(CHECK, "no-session", event.username()).with("event", eventText(event));
		return fresh.isEmpty() ? result : result.with("dsm-session", names(fresh));
	}

	private static CheckResult withFailures(CheckResult result, List<AuthentikEvent> failures) {
		CheckResult told = result;
		for (AuthentikEvent failure : failures.stream().limit(MOST_FAILURES).toList()) {
			told = told.with("event", eventText(failure));
		}
		return told;
	}

	private static String names(List<CurrentConnection> connections) {
		return connections.stream().map(CurrentConnection::who).sorted().distinct().collect(Collectors.joining(", "));
	}

	private static String eventText(AuthentikEvent event) {
		return event.created() + " " + event.action() + " " + event.username()
				+ (event.message().isEmpty() ? "" : ": " + event.message());
	}

	/**
	 * Somebody whom authentik let in and of whom DSM shows a session.
	 */
	private record SignedIn(String username, CurrentConnection session) {

	}

}
