package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.texts.ProblemTexts;
import io.github.dsmsso.wizard.verify.CheckTexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for what the page says of a trial that ended without anybody's word. */
class TrialViewsTests {

	private static final Bench bench = Bench.usual();

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private TrialViews views;

	private Plan plan;

	@BeforeEach
	void connect() {
		this.messages.setBasenames("messages/layout", "messages/pages", "messages/apply", "messages/network",
				"messages/dsm");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
		ProblemTexts problems = new ProblemTexts(this.messages);
		this.views = new TrialViews(new ProgressViews(this.messages, problems, new Times(this.messages), bench.time()),
				new CheckViews(this.messages, new CheckTexts(this.messages, problems)), this.messages);
		bench.startOver();
		DesiredState desired = bench.suggested();
		bench.start(bench.plan(desired));
		StateReader reader = bench.bean(StateReader.class);
		this.plan = Planner.planDefaultLogin(desired, reader.currentState(bench.connection(), desired),
				reader.inventory(bench.authentikClient()), List.of(), List.of());
	}

	@AfterAll
	static void close() {
		bench.close();
	}

	@Test
	void thatNobodyConfirmedItInTime() {
		assertThatItSays("time-is-up", "The time is over.");
	}

	@Test
	void thatDsmDidNotTakeIt() {
		bench.suffers(Side.DSM, Fault.NOT_ACCEPTED, Calls.all(Calls.named("SYNO.Core.Directory.SSO.Setting set")));
		assertThatItSays("failed", "The line below shows the reason.");
	}

	@Test
	void thatItCouldNotBeSwitchedOffAndHowToDoThatByHand() {
		bench.time().after(Duration.ofMinutes(2), () -> bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any())));
		DefaultLoginTrial trial = assertThatItSays("left-on", "Clear “Select SSO by default on the login page”");
		assertThat(this.views.lines(trial, null, false)).last()
			.satisfies((line) -> assertThat(line.text()).isNotBlank());
	}

	private DefaultLoginTrial assertThatItSays(String state, String sentence) {
		DefaultLoginTrial trial = bench.bean(Applier.class).tryDefaultLogin(this.plan, List.of(), bench.connection());
		assertThat(TrialState.of(trial).word()).isEqualTo(state);
		assertThat(this.messages.getMessage("default." + state, null, Locale.ENGLISH)).isNotBlank();
		assertThat(this.messages.getMessage("default." + state + ".text", null, Locale.ENGLISH)).contains(sentence);
		return trial;
	}

}
