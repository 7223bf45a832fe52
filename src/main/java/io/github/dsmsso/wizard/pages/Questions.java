package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.export.FieldTexts;
import io.github.dsmsso.wizard.pages.RunViews.RunView;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Words the second questions, in the language of the request.
 */
@Component
class Questions {

	/** How many people are named: the question is to be read. */
	private static final int MOST_NAMES = 10;

	private final MessageSourceAccessor messages;

	private final FieldTexts texts;

	private final RunViews runs;

	Questions(MessageSource messages, FieldTexts texts, RunViews runs) {
		this.messages = new MessageSourceAccessor(messages);
		this.texts = texts;
		this.runs = runs;
	}

	/**
	 * Whether what a session has set up shall go again.
	 * @param run the run that is undone
	 * @param kept the run that made SSO the default, which goes with it, or null
	 * @param beneath the run that it has built on and that stays, or null
	 * @param people who gets in now, or null where nobody has looked
	 */
	Question undo(ApplyRun run, @Nullable ApplyRun kept, @Nullable ApplyRun beneath, @Nullable People people) {
		List<String> points = Stream.concat(Stream.of(run), Stream.ofNullable(kept))
			.flatMap((each) -> each.plan().writes().stream())
			.map(Change::describe)
			.map(this::undone)
			.collect(Collectors.toCollection(ArrayList::new));
		points.add(whom(run, people));
		Collections.reverse(points);
		String which = (beneath != null) ? ".last" : "";
		return new Question(text("question.undo" + which + ".title"),
				text("question.undo" + which + ".lead", (beneath != null) ? beneath.reference() : ""), points,
				"/record/undo", run.reference(), text("record.undo" + which + ".submit"), WizardStep.RECORD.path());
	}

	private String whom(ApplyRun run, @Nullable People people) {
		String address = run.plan().desired().redirectUri().value();
		if (run.plan().writes().stream().allMatch(SsoSettingChange.class::isInstance)) {
			return text("question.undo.whom.default", address);
		}
		if (run.plan().current().dsm().profile().isOidcEnabled()) {
			return text("question.undo.whom.earlier", address);
		}
		if (people == null || people.gettingIn().isEmpty()) {
			return text("question.undo.whom", address);
		}
		List<Person> in = people.gettingIn();
		String names = in.stream().limit(MOST_NAMES).map(Person::username).collect(Collectors.joining(", "));
		return text("question.undo.whom.named", address, names, Math.max(0, in.size() - MOST_NAMES));
	}

	private String undone(ChangeDescription change) {
		return text("question.undo." + change.operation(), text("plan.system." + change.system()),
				text("plan.object." + change.object()),
				this.texts.name(change.object(), change.name(), LocaleContextHolder.getLocale()));
	}

	/** Whether a run shall stay as it is, with nothing that could undo it. */
	Question forget(UnfinishedRun left) {
		RunView run = this.runs.view(left);
		List<String> points = List.of(text("question.forget.state." + run.state(), run.nas()),
				text("question.forget.undo", run.reference()),
				text("question.forget.systems", run.nas(), run.authentik()));
		return new Question(text("question.forget.title"), text("question.forget.lead", run.startedAt()), points,
				"/recovery/forget", run.reference(), text("recovery.forget.submit"), WizardStep.START.path());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

}
