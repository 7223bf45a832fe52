package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.pages.ProgressViews.ProgressLine;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.SignInProof;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * A real sign-in as its page follows it: first at authentik, then in DSM, and where it
 * stops, why.
 */
@Component
class SignInViews {

	/**
	 * How long a session of DSM may take to be listed after authentik let somebody in.
	 */
	private static final Duration TIME_FOR_DSM = Duration.ofSeconds(20);

	private final CheckViews checks;

	private final Times times;

	private final MessageSourceAccessor messages;

	SignInViews(CheckViews checks, Times times, MessageSource messages) {
		this.checks = checks;
		this.times = times;
		this.messages = new MessageSourceAccessor(messages);
	}

	/** What has happened on either side, one line each. */
	List<ProgressLine> lines(Proof proof) {
		return switch (proof.signIn().stage()) {
			case NOT_SEEN -> List.of(authentik("working", told(proof), proof), dsm("waiting", null));
			case NOBODY_YET -> nobodyYet(proof);
			case LET_IN_BY_AUTHENTIK -> List.of(letIn(proof), session(proof));
			case SIGNED_IN -> List.of(letIn(proof), dsm("done", told(proof)));
		};
	}

	private List<ProgressLine> nobodyYet(Proof proof) {
		boolean failed = proof.signIn().result().verdict() == Verdict.WARN;
		return List.of(authentik(failed ? "failed" : "working", waiting(proof), proof), dsm("waiting", null));
	}

	private String waiting(Proof proof) {
		String since = this.times.time(proof.watched().began());
		return "nobody-yet".equals(proof.signIn().result().finding()) ? text("prove.line.nobody", since) : told(proof);
	}

	private ProgressLine letIn(Proof proof) {
		SignInProof signIn = proof.signIn();
		String at = (signIn.letInAt() != null) ? this.times.time(signIn.letInAt()) : "";
		return authentik("done", text("prove.line.let-in", signIn.usernames().get(0), at), proof);
	}

	private ProgressLine session(Proof proof) {
		String username = proof.signIn().usernames().get(0);
		return cause(proof, username).map((cause) -> dsm("failed", cause))
			.orElseGet(() -> hasTime(proof) ? dsm("working", text("prove.line.no-session-yet", username))
					: dsm("failed", told(proof)));
	}

	private static boolean hasTime(Proof proof) {
		return proof.signIn().letInAt() != null && proof.signIn().letInAt().plus(TIME_FOR_DSM).isAfter(proof.seenAt());
	}

	/** Why DSM will open no session, where the checks have found that already. */
	private Optional<String> cause(Proof proof, String username) {
		return Optional.ofNullable(proof.report().people())
			.stream()
			.flatMap((people) -> people.persons().stream())
			.filter((person) -> person.username().equals(username) && !person.willGetIn())
			.map(Person::verdict)
			.map((verdict) -> text("prove.line.no-session", username, text("person.verdict." + verdict),
					text("people.group." + verdict + ".action", 1)))
			.findFirst();
	}

	/** What was seen, and what to do. */
	private String told(Proof proof) {
		CheckView check = this.checks.view(proof.signIn().result());
		return (check.action() != null) ? check.text() + " " + check.action() : check.text();
	}

	private ProgressLine authentik(String state, String text, Proof proof) {
		return line("authentik", state, text, this.checks.view(proof.signIn().result()).evidence());
	}

	private ProgressLine dsm(String state, @Nullable String text) {
		return line("dsm", state, text, null);
	}

	private ProgressLine line(String name, String state, @Nullable String text, @Nullable String seen) {
		return new ProgressLine(name, text("prove.line." + name), state, null, null, text, seen);
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

}
