package io.github.dsmsso.wizard.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.FieldChange;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The summary for people.
 */
@Component
class MarkdownSummary implements SummaryFormat {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

	private final MessageSource messages;

	private final FieldTexts fields;

	MarkdownSummary(MessageSource messages, FieldTexts fields) {
		this.messages = messages;
		this.fields = fields;
	}

	@Override
	public String mediaType() {
		return "text/markdown;charset=UTF-8";
	}

	@Override
	public String extension() {
		return "md";
	}

	@Override
	public String write(Summary summary, Locale locale) {
		return new Writer(summary, locale).write();
	}

	/** Writes one summary from top to bottom. */
	private final class Writer {

		private final Summary summary;

		private final Locale locale;

		private final StringBuilder text = new StringBuilder();

		Writer(Summary summary, Locale locale) {
			this.summary = summary;
			this.locale = locale;
		}

		String write() {
			facts();
			changes();
			checks();
			people();
			afterwards();
			return this.text.toString();
		}

		private void facts() {
			line("# " + say("export.title", this.summary.nas().address()));
			line("");
			line(say("export.no-secrets"));
			line("");
			fact("export.at", TIME.format(this.summary.at().atOffset(ZoneOffset.UTC)));
			fact("export.reference", this.summary.reference());
			fact("export.outcome", say("record.outcome." + this.summary.outcome()));
			fact("export.nas", this.summary.nas().address() + " – " + this.summary.nas().version());
			fact("export.authentik", this.summary.authentik().address() + " – " + this.summary.authentik().version());
			fact("export.redirect", this.summary.redirectUri());
			signIn();
		}

		private void signIn() {
			Summary.CheckLine signIn = this.summary.signIn();
			if (signIn != null) {
				fact("record.sign-in", signIn.finding());
			}
		}

		private void changes() {
			if (this.summary.changes().isEmpty()) {
				return;
			}
			heading("export.changes");
			for (ChangeDescription change : this.summary.changes()) {
				line("### " + say("plan.system." + change.system()) + ": " + say("plan.object." + change.object())
						+ " “" + Markdown.escaped(name(change)) + "” – " + say("plan.operation." + change.operation()));
				line("");
				table("export.field", "export.before", "export.after");
				change.fields().forEach(this::field);
				line("");
			}
		}

		private void field(FieldChange field) {
			FieldTexts texts = MarkdownSummary.this.fields;
			row(texts.label(field.field(), this.locale), value(field, field.now()), value(field, field.after()));
		}

		private String name(ChangeDescription change) {
			return MarkdownSummary.this.fields.name(change.object(), change.name(), this.locale);
		}

		/** Words as words, everything else as code. */
		private String value(FieldChange field, String value) {
			FieldTexts texts = MarkdownSummary.this.fields;
			return texts.isWorded(field.field(), this.locale, value)
					? Markdown.escaped(texts.value(field.field(), value, this.locale)) : code(value);
		}

		private void checks() {
			if (this.summary.checks().isEmpty()) {
				return;
			}
			heading("export.checks");
			table("export.check", "export.verdict", "export.finding");
			for (Summary.CheckLine check : this.summary.checks()) {
				String action = (check.action() != null) ? " " + check.action() : "";
				row(Markdown.escaped(check.title()), say("check." + check.verdict()),
						Markdown.escaped(check.finding() + action));
			}
			line("");
		}

		private void people() {
			if (this.summary.people().isEmpty()) {
				return;
			}
			heading("export.people");
			for (Summary.PeopleLine line : this.summary.people()) {
				String more = (line.notNamed() > 0) ? " " + say("export.people.cut", line.notNamed()) : "";
				line("- " + say("people.group." + line.verdict(), line.count()) + ": "
						+ line.usernames().stream().map(Markdown::escaped).collect(Collectors.joining(", ")) + more);
			}
			line("");
		}

		private void afterwards() {
			heading("record.back.title");
			line(say("record.back"));
			heading("record.remove.title");
			line("- " + say("record.remove.token"));
			line("- " + say("record.remove.account"));
		}

		private void heading(String key) {
			if (this.text.lastIndexOf("\n\n") != this.text.length() - 2) {
				line("");
			}
			line("## " + say(key));
			line("");
		}

		private void fact(String key, @Nullable String value) {
			if (value != null) {
				line("- " + say(key) + ": " + Markdown.escaped(value));
			}
		}

		private void table(String... keys) {
			String[] names = new String[keys.length];
			for (int i = 0; i < keys.length; i++) {
				names[i] = say(keys[i]);
			}
			row(names);
			line("|" + " --- |".repeat(keys.length));
		}

		private void row(String... cells) {
			line("| " + String.join(" | ", cells) + " |");
		}

		private String code(String value) {
			return value.isEmpty() ? "" : Markdown.code(value);
		}

		private void line(String line) {
			this.text.append(line).append('\n');
		}

		private String say(String key, Object... arguments) {
			return MarkdownSummary.this.messages.getMessage(key, arguments, this.locale);
		}

	}

}
