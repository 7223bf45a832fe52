package io.github.dsmsso.wizard.apply;

import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.calls.Recording.Exchange;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.accounts.Questions;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looking changes nothing, from wherever one looks: neither plan nor preview nor check
 * sends a call that is meant to change something, and both systems are afterwards what
 * they were.
 */
class LookingChangesNothingTests {

	/** DSM takes every call by POST; these are its words for reading. */
	private static final Set<String> DSM_READS = Set.of("request", "get", "list", "getinfo", "getjs");

	/** A token that was never issued is revoked, to hear whether the secret is right. */
	private static final Set<String> HARMLESS_POSTS = Set.of("POST /application/o/revoke/");

	private final Bench bench = Bench.usual();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@ParameterizedTest
	@EnumSource(BeforeState.class)
	void planPreviewAndChecksSendNoWrite(BeforeState before) {
		before.prepare(this.bench);
		Map<String, Object> everything = this.bench.everything();
		this.bench.recording().startAnew();

		look(before.desired(this.bench));

		assertThat(this.bench.recording().exchanges()).hasSizeGreaterThan(30).allMatch((exchange) -> isRead(exchange));
		assertThat(this.bench.recording().writes()).isEmpty();
		assertThat(this.bench.everything()).isEqualTo(everything);
	}

	private void look(DesiredState desired) {
		this.bench.plan(desired);
		this.bench.bean(PeopleReader.class).read(this.bench.connection(), question(desired));
		VerificationSubject subject = new VerificationSubject(this.bench.connection(), desired.applicationSlug(),
				BaseUrl.parse("https://nas.example:5001"));
		this.bench.bean(Verifier.class).verify(subject);
		SignInWatch watch = this.bench.bean(SignInWatch.class);
		watch.look(subject, watch.start(subject));
	}

	private PeopleQuestion question(DesiredState desired) {
		return this.bench.authentikClient()
			.applications()
			.get(desired.applicationSlug())
			.filter((application) -> application.provider() != null)
			.map((application) -> Questions.asItIs(this.bench.connection(), application.slug()))
			.orElseGet(() -> Questions.ofNew(desired.access(), true));
	}

	private static boolean isRead(Exchange exchange) {
		String call = exchange.call().text();
		if (exchange.side() == Side.AUTHENTIK) {
			return call.startsWith("GET ") || HARMLESS_POSTS.contains(call);
		}
		return call.startsWith("GET ") || DSM_READS.contains(call.replaceAll(".* ", ""));
	}

}
