package io.github.dsmsso.wizard.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.NasNames;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.CheckTexts;
import io.github.dsmsso.wizard.verify.Presented;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code check}: looks whether the connection still holds. It ends with 0 where
 * everything is right, 1 where something is wrong, 2 where something is merely doubtful,
 * and 3 where it could not look.
 */
@Component
class CheckCommand implements Command {

	private static final int RIGHT = 0;

	private static final int WRONG = 1;

	private static final int DOUBTFUL = 2;

	private static final int COULD_NOT_LOOK = 3;

	private final Connections connections;

	private final Verifier verifier;

	private final CheckTexts texts;

	CheckCommand(Connections connections, Verifier verifier, CheckTexts texts) {
		this.connections = connections;
		this.verifier = verifier;
		this.texts = texts;
	}

	@Override
	public String name() {
		return "check";
	}

	@Override
	public int failure() {
		return COULD_NOT_LOOK;
	}

	@Override
	public List<Integer> codes() {
		return List.of(RIGHT, DOUBTFUL, COULD_NOT_LOOK, WRONG);
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		Presented presented = new Presented(this.connections.contactNas(entry.nas().peer().address()).certificate(),
				this.connections.contactAuthentik(entry.authentik().peer().address()).certificate());
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			CheckReport report = this.verifier.verify(subject(entry, open).withPresented(presented));
			return new Result(code(report.worst()), word(report.worst()), text(report), facts(entry, report));
		}
	}

	private static VerificationSubject subject(ConnectionEntry entry, OpenConnection open) {
		Connection connection = open.connection();
		OidcSso held = open.nas().sso().oidc();
		if (entry.application() != null) {
			RedirectUri used = held.redirectUri().isEmpty() ? RedirectUri.of(connection.dsmAddress())
					: new RedirectUri(held.redirectUri());
			return VerificationSubject.wished(connection, entry.application(), used);
		}
		List<RedirectUri> addresses = NasNames.of(connection.dsmAddress(), open.nas().description()).all();
		Recognition recognition = new Recognition(held, addresses, connection.authentik().providers().list());
		return VerificationSubject.held(connection, recognition, held)
			.orElseThrow(() -> new ProblemException(Problem.of("verify.no-connection")));
	}

	static int code(Verdict worst) {
		return switch (worst) {
			case PASS -> RIGHT;
			case UNKNOWN, WARN -> DOUBTFUL;
			case FAIL -> WRONG;
		};
	}

	/** What is not right first, the worst of it at the top. */
	private String text(CheckReport report) {
		StringBuilder text = new StringBuilder();
		for (Verdict verdict : List.of(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN, Verdict.PASS)) {
			report.with(verdict).forEach((result) -> text.append(line(result)));
		}
		text.append("%d right, %d wrong, %d doubtful, %d unknown%n".formatted(report.with(Verdict.PASS).size(),
				report.with(Verdict.FAIL).size(), report.with(Verdict.WARN).size(),
				report.with(Verdict.UNKNOWN).size()));
		return text.toString();
	}

	private String line(CheckResult result) {
		String action = (result.verdict() != Verdict.PASS) ? this.texts.action(result) : null;
		return "%-8s %s: %s%s%n".formatted(word(result.verdict()), this.texts.title(result), this.texts.finding(result),
				(action != null) ? " " + action : "");
	}

	private Map<String, @Nullable Object> facts(ConnectionEntry entry, CheckReport report) {
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("at", report.at().toString());
		facts.put("verdict", word(report.worst()));
		facts.put("checks", report.results().stream().map(this::told).toList());
		return facts;
	}

	private Map<String, @Nullable Object> told(CheckResult result) {
		Map<String, @Nullable Object> told = new LinkedHashMap<>();
		told.put("id", result.check());
		told.put("verdict", word(result.verdict()));
		told.put("finding", result.finding());
		told.put("arguments", result.arguments());
		told.put("text", this.texts.finding(result));
		told.put("action", this.texts.action(result));
		return told;
	}

	private static String word(Verdict verdict) {
		return switch (verdict) {
			case PASS -> "right";
			case FAIL -> "wrong";
			case WARN -> "doubtful";
			case UNKNOWN -> verdict.name().toLowerCase(Locale.ROOT);
		};
	}

}
