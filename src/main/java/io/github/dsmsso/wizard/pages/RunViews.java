package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Locale;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.export.FieldTexts;
import io.github.dsmsso.wizard.plan.ComparedField;
import io.github.dsmsso.wizard.plan.ComparedObject;
import io.github.dsmsso.wizard.plan.Standing;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Runs that are left open, and what they have left, as pages show them in the language of
 * the request.
 */
@Component
class RunViews {

	private final MessageSourceAccessor messages;

	private final FieldTexts texts;

	private final Times times;

	RunViews(MessageSource messages, FieldTexts texts, Times times) {
		this.messages = new MessageSourceAccessor(messages);
		this.texts = texts;
		this.times = times;
	}

	/** A run that somebody else has begun. */
	OneUnderWay ofOneUnderWay(ApplyRun run) {
		return new OneUnderWay(run.reference(), run.nasAddress().toString());
	}

	RunView view(UnfinishedRun left) {
		return view(left, true);
	}

	/**
	 * A run that is left open.
	 * @param decidable whether no later one has to be decided on first
	 */
	RunView view(UnfinishedRun left, boolean decidable) {
		return new RunView(left.record().reference(), this.times.dateAndTime(left.record().startedAt()),
				left.record().nas().address().toString(), left.record().authentik().address().toString(),
				left.isInterrupted() && !left.isOfDefaultLogin(), decidable, state(left));
	}

	private static String state(UnfinishedRun left) {
		if (left.isOfDefaultLogin()) {
			return (left.outcome() == RunOutcome.APPLIED) ? "default-kept" : "default-trial";
		}
		if (left.isInterrupted()) {
			return "interrupted";
		}
		return (left.outcome() == RunOutcome.LEFT_BEHIND) ? "left-behind" : "open";
	}

	List<ObjectView> objects(List<ComparedObject> objects) {
		return objects.stream().map(this::view).toList();
	}

	private ObjectView view(ComparedObject object) {
		String standing = object.standing().name();
		return new ObjectView(text("plan.system." + object.system()), text("plan.object." + object.object()),
				this.texts.name(object.object(), object.name(), LocaleContextHolder.getLocale()),
				text("remains.standing." + standing), standing.toLowerCase(Locale.ROOT),
				(object.standing() != Standing.AS_BEFORE) ? text("remains.how." + object.object()) : null,
				object.fields().stream().map(this::view).toList());
	}

	private FieldView view(ComparedField field) {
		return new FieldView(
				this.texts.label(field.field(), LocaleContextHolder.getLocale()), shown(field, field.before()),
				shown(field, field.now()), shown(field, field.wanted()), this.texts.isWorded(field.field(),
						LocaleContextHolder.getLocale(), field.before(), field.now(), field.wanted()),
				!field.isAsBefore(), field.field().endsWith("secret"));
	}

	private @Nullable String shown(ComparedField field, String value) {
		return value.isEmpty() ? null : this.texts.value(field.field(), value, LocaleContextHolder.getLocale());
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

	/**
	 * A run that is not decided on: when it began, between which systems.
	 *
	 * @param interrupted whether it can be finished
	 * @param decidable whether no later one has to be decided on first
	 * @param state the name of the texts that say how it stands
	 */
	record RunView(String reference, String startedAt, String nas, String authentik, boolean interrupted,
			boolean decidable, String state) {

		/** Whether something may be half done, or on that should not be. */
		public boolean isPressing() {
			return !this.state.equals("open") && !this.state.equals("default-kept");
		}

	}

	/** A run that is under way: which one, and at which NAS. */
	record OneUnderWay(String reference, String nas) {

	}

	/** One object: how it stands, and how to bring it back by hand. */
	record ObjectView(String system, String kind, String name, String standing, String standingCode,
			@Nullable String how, List<FieldView> fields) {

	}

	/** One field: what it was, is, and was to become; worded where these are words. */
	record FieldView(String what, @Nullable String before, @Nullable String now, @Nullable String wanted,
			boolean worded, boolean differs, boolean secret) {

	}

}
