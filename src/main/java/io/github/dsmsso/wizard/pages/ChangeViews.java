package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.List;

import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Changes as the review page shows them, in the language of the request.
 */
@Component
class ChangeViews {

	private final MessageSource messages;

	ChangeViews(MessageSource messages) {
		this.messages = messages;
	}

	/** The changes of each system, in the order of writing. */
	List<SystemView> bySystem(List<ChangeDescription> changes) {
		return Arrays.stream(TargetSystem.values())
			.map((system) -> new SystemView(text("plan.system." + system), objectsOf(system, changes)))
			.toList();
	}

	private List<ObjectView> objectsOf(TargetSystem system, List<ChangeDescription> changes) {
		return changes.stream().filter((change) -> change.system() == system).map(this::view).toList();
	}

	private ObjectView view(ChangeDescription change) {
		List<FieldView> fields = change.fields().stream().map(this::view).toList();
		return new ObjectView(text("plan.object." + change.object()), change.name(),
				text("plan.operation." + change.operation()), change.operation().name(), change.call(), fields);
	}

	private FieldView view(FieldChange field) {
		return new FieldView(text("plan.field." + field.field()), nothing(field.now()), nothing(field.after()),
				field.action(), field.field().endsWith("secret"), reason(field.reason()));
	}

	private @Nullable String reason(@Nullable Reason reason) {
		return (reason != null)
				? this.messages.getMessage(reason.code(), reason.arguments().toArray(), LocaleContextHolder.getLocale())
				: null;
	}

	private static @Nullable String nothing(String value) {
		return value.isEmpty() ? null : value;
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	/** One of the two systems. */
	record SystemView(String name, List<ObjectView> objects) {

	}

	/** One object: what it is, its name, what happens to it, and by which call. */
	record ObjectView(String kind, String name, String operation, String operationCode, String call,
			List<FieldView> fields) {

		public boolean writes() {
			return !this.operationCode.equals("NONE");
		}

	}

	/** One field as the diff table shows it. */
	record FieldView(String what, @Nullable String now, @Nullable String after, String change, boolean secret,
			@Nullable String reason) {

	}

}
