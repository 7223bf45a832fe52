package io.github.dsmsso.wizard.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.export.Summary.CheckLine;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.export.Summary.Point;
import io.github.dsmsso.wizard.export.Summary.Server;
import io.github.dsmsso.wizard.export.SummaryText.ChangeText;
import io.github.dsmsso.wizard.export.SummaryText.CheckText;
import io.github.dsmsso.wizard.export.SummaryText.Fact;
import io.github.dsmsso.wizard.export.SummaryText.FieldText;
import io.github.dsmsso.wizard.export.SummaryText.PeopleText;
import io.github.dsmsso.wizard.export.SummaryText.PointsText;
import io.github.dsmsso.wizard.export.SummaryText.Value;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Operation;
import io.github.dsmsso.wizard.plan.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a summary into words.
 */
@Component
public class SummaryTexts {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

	/** Nobody has to do anything about these names. */
	private static final Set<String> SETTLED = Set.of(Verdict.WILL_GET_IN.name(),
			Verdict.NOT_ALLOWED_BY_AUTHENTIK.name(), Verdict.INACTIVE_IN_AUTHENTIK.name());

	private final MessageSource messages;

	private final FieldTexts fields;

	SummaryTexts(MessageSource messages, FieldTexts fields) {
		this.messages = messages;
		this.fields = fields;
	}

	/** The summary in the given language. */
	public SummaryText of(Summary summary, Locale locale) {
		return new Words(summary, locale).text();
	}

	/** The words for one summary. */
	private final class Words {

		private final Summary summary;

		private final Locale locale;

		Words(Summary summary, Locale locale) {
			this.summary = summary;
			this.locale = locale;
		}

		SummaryText text() {
			return new SummaryText(byOutcome("export.title", this.summary.nas().address()), stamp(),
					find("export.lead"), this.summary.isPlan(), facts(), byOutcome("export.changes"),
					byOutcome("export.before"), this.summary.changes().stream().map(this::change).toList(), points(),
					this.summary.checks().stream().map(this::check).toList(),
					this.summary.people().stream().map(this::people).toList());
		}

		private String stamp() {
			return (this.summary.reference() != null) ? at() + " – " + this.summary.reference() : at();
		}

		private String at() {
			return TIME.format(this.summary.at().atOffset(ZoneOffset.UTC));
		}

		private List<Fact> facts() {
			List<Fact> facts = new ArrayList<>();
			facts.add(fact("export.at", at()));
			if (this.summary.reference() != null) {
				facts.add(token("reference", this.summary.reference()));
			}
			if (!this.summary.isPlan()) {
				facts.add(fact("export.outcome", say("record.outcome." + this.summary.outcome())));
			}
			facts.add(new Fact(byOutcome("export.done-by"), say("export.done-by.value",
					this.summary.doneBy().dsmAccount(), this.summary.doneBy().authentikUser()), null));
			facts.add(fact("export.nas", server(this.summary.nas())));
			facts.add(fact("export.authentik", server(this.summary.authentik())));
			facts.add(token("redirect", this.summary.redirectUri()));
			clientId().ifPresent((id) -> facts.add(token("client-id", id)));
			if (!this.summary.isPlan()) {
				facts.add(fact("export.sign-in", signIn()));
				facts.add(fact("export.checks", checks()));
			}
			return facts;
		}

		private Fact fact(String label, String value) {
			return new Fact(say(label), value, null);
		}

		private Fact token(String name, String value) {
			return new Fact(say("export." + name), value, say("copy." + name));
		}

		/** What the provider has been given, where this changed it. */
		private Optional<String> clientId() {
			return this.summary.changes()
				.stream()
				.flatMap((change) -> change.fields().stream())
				.filter((field) -> field.field().equals("client_id"))
				.map(FieldChange::after)
				.filter((id) -> !id.isEmpty())
				.findFirst();
		}

		private static String server(Server server) {
			return server.address() + " – " + server.version();
		}

		private String signIn() {
			CheckLine signIn = this.summary.signIn();
			return (signIn != null) ? signIn.finding() : say("export.not-checked");
		}

		private String checks() {
			return this.summary.checks().isEmpty() ? say("export.not-checked")
					: say("export.checks.value", count("pass"), count("warn"), count("fail"), count("unknown"));
		}

		private long count(String verdict) {
			return this.summary.checks().stream().filter((check) -> check.verdict().equals(verdict)).count();
		}

		private ChangeText change(ChangeDescription change) {
			return new ChangeText(say("plan.system." + change.system()), say("plan.object." + change.object()),
					SummaryTexts.this.fields.name(change.object(), change.name(), this.locale),
					say("plan.operation." + change.operation()), change.operation() == Operation.CREATE,
					change.fields().stream().map(this::field).toList());
		}

		private FieldText field(FieldChange field) {
			return new FieldText(SummaryTexts.this.fields.label(field.field(), this.locale), value(field, field.now()),
					value(field, field.after()), field.changed(), reason(field.reason()));
		}

		private Value value(FieldChange field, String value) {
			FieldTexts texts = SummaryTexts.this.fields;
			return new Value(value.isEmpty() ? null : texts.value(field.field(), value, this.locale),
					texts.isWorded(field.field(), this.locale, value));
		}

		private String reason(@Nullable Reason reason) {
			return (reason != null) ? say(reason.code(), reason.arguments().toArray()) : "";
		}

		private List<PointsText> points() {
			return Arrays.stream(Point.Kind.values())
				.map((kind) -> new PointsText(say("export.point." + kind), points(kind)))
				.filter((points) -> !points.points().isEmpty())
				.toList();
		}

		private List<String> points(Point.Kind kind) {
			return this.summary.points()
				.stream()
				.filter((point) -> point.kind() == kind)
				.map((point) -> sentences(point.text(), point.action()))
				.toList();
		}

		private CheckText check(CheckLine check) {
			return new CheckText(check.title(), check.verdict(), say("check." + check.verdict()),
					sentences(check.finding(), check.action()));
		}

		private PeopleText people(PeopleLine line) {
			String title = "people.group." + line.verdict();
			return new PeopleText(say(title, line.count()),
					line.usernames().stream().map((username) -> name(username, line.accounts().get(username))).toList(),
					(line.notNamed() > 0) ? say("export.people.cut", line.notNamed()) : "",
					SETTLED.contains(line.verdict()) ? "" : say(title + ".action", line.count()));
		}

		private String name(String username, @Nullable String account) {
			return (account != null) ? say("export.people.other-name", username, account) : username;
		}

		private static String sentences(String finding, @Nullable String action) {
			return (action != null) ? finding + " " + action : finding;
		}

		/** The words for this outcome where it has words of its own. */
		private String byOutcome(String key, Object... arguments) {
			String own = find(key, arguments);
			return (own != null) ? own : say(key, arguments);
		}

		private @Nullable String find(String key, Object... arguments) {
			return SummaryTexts.this.messages.getMessage(key + "." + this.summary.outcome(), arguments, null,
					this.locale);
		}

		private String say(String key, Object... arguments) {
			return SummaryTexts.this.messages.getMessage(key, arguments, this.locale);
		}

	}

}
