package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The steps of a run, or of a look at people, as the page shows them, in the language of
 * the request.
 */
@Component
class ProgressViews {

	/** Seconds after which a browser without scripts looks again. */
	static final int REFRESH_SECONDS = 2;

	private final MessageSourceAccessor messages;

	private final ProblemTexts problems;

	private final Times times;

	private final Clock clock;

	ProgressViews(MessageSource messages, ProblemTexts problems, Times times, Clock clock) {
		this.messages = new MessageSourceAccessor(messages);
		this.problems = problems;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * The part of a page that changes, for a browser with scripts; without an address to
	 * ask again once the page around it is another one.
	 * @param of the state that the page shows which asks
	 * @param model the state now, its lines, and the address to ask again
	 */
	static String fragment(String of, Model model) {
		if (!of.equals(model.getAttribute("state"))) {
			model.addAttribute("progressUrl", null);
		}
		return "fragments/progress :: progressList(lines=${lines}, url=${progressUrl})";
	}

	List<ProgressLine> lines(List<StepProgress> steps) {
		return IntStream.range(0, steps.size()).mapToObj((index) -> line(index, steps.get(index))).toList();
	}

	/** How far a look at people is. */
	List<ProgressLine> lines(PeopleLook.Progress progress) {
		boolean reading = progress.all() == 0;
		String answered = reading ? null : text("people.look.answered", progress.answered(), progress.all());
		return List.of(
				new ProgressLine("read", text("people.look.read"), reading ? "working" : "done", null, null, null,
						null),
				new ProgressLine("ask", text("people.look.ask"), reading ? "waiting" : "working", null, null, answered,
						null));
	}

	/** The name of the step that failed, or null where none did. */
	@Nullable String failed(List<StepProgress> steps) {
		return steps.stream()
			.filter((step) -> step.state() == StepState.FAILED)
			.map(this::name)
			.findFirst()
			.orElse(null);
	}

	private String name(StepProgress step) {
		return text("step." + step.code(), step.subject());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

	private ProgressLine line(int index, StepProgress step) {
		return new ProgressLine(String.valueOf(index + 1), name(step), word(step.state()), time(step.startedAt()),
				took(step), text(step), null);
	}

	private static String word(StepState state) {
		return switch (state) {
			case UNDOING -> "working";
			case LEFT_BEHIND -> "failed";
			default -> state.name().toLowerCase(Locale.ROOT);
		};
	}

	private @Nullable String text(StepProgress step) {
		Problem problem = step.problem();
		return (problem != null) ? this.problems.inShort(problem) : null;
	}

	private @Nullable String time(@Nullable Instant instant) {
		return (instant != null) ? this.times.time(instant) : null;
	}

	private @Nullable String took(StepProgress step) {
		Instant start = step.startedAt();
		if (start == null) {
			return null;
		}
		Instant end = (step.endedAt() != null) ? step.endedAt() : this.clock.instant();
		return String.format(LocaleContextHolder.getLocale(), "%.1f s",
				Duration.between(start, end).toMillis() / 1000d);
	}

	/**
	 * One line of the list.
	 *
	 * @param id its place
	 * @param name what is done
	 * @param state how it stands, in one word
	 * @param started when it began
	 * @param took how long it took so far
	 * @param text why it failed
	 * @param api the vendor's name of the call
	 */
	record ProgressLine(String id, String name, String state, @Nullable String started, @Nullable String took,
			@Nullable String text, @Nullable String api) {

	}

}
