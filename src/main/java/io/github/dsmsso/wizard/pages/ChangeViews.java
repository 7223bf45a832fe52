package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.export.FieldTexts;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Changes as the review page shows them, in the language of the request.
 */
@Component
class ChangeViews {

	/** Where on the page about people and access an object is chosen, by its kind. */
	private static final Map<String, String> CHOSEN_AT = Map.of("signing-key", "signingKey", "provider", "providerName",
			"application", "applicationName", "binding", "may", "oidc-sso", "redirect", "user", "names",
			"scope-mapping", "names");

	/** What is the same for every new connection, and nobody is asked about. */
	private static final Set<String> ALIKE = Set.of("client_type", "grant_types", "encryption_key", "invalidation_flow",
			"include_claims_in_id_token", "issuer_mode", "policy_engine_mode", "meta_description", "meta_publisher");

	private final MessageSourceAccessor messages;

	private final FieldTexts texts;

	ChangeViews(MessageSource messages, FieldTexts texts) {
		this.messages = new MessageSourceAccessor(messages);
		this.texts = texts;
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
		Reason shared = sharedReason(change);
		List<FieldView> fields = change.fields().stream().map((field) -> view(field, shared)).toList();
		return new ObjectView(text("plan.object." + change.object()),
				this.texts.name(change.object(), change.name(), locale()), text("plan.operation." + change.operation()),
				change.operation().name(), reason(shared), technical(change), CHOSEN_AT.get(change.object()), fields);
	}

	/** The reason of most fields, which is said once for all of them. */
	private static @Nullable Reason sharedReason(ChangeDescription change) {
		Map<Reason, Long> counts = change.fields()
			.stream()
			.map(FieldChange::reason)
			.filter(Objects::nonNull)
			.collect(Collectors.groupingBy((reason) -> reason, LinkedHashMap::new, Collectors.counting()));
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 1)
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	private FieldView view(FieldChange field, @Nullable Reason shared) {
		return new FieldView(this.texts.label(field.field(), locale()), shown(field, field.now()),
				shown(field, field.after()), isWorded(field), field.action(), field.field().endsWith("secret"),
				ALIKE.contains(field.field()), Objects.equals(field.reason(), shared) ? null : reason(field.reason()),
				Term.ofField(field.field()));
	}

	/** The call, and what it really writes where the page shows words instead. */
	private String technical(ChangeDescription change) {
		Stream<String> values = change.fields()
			.stream()
			.filter(this::isWorded)
			.map((field) -> field.field() + ": " + field.after());
		return Stream.concat(Stream.of(change.call()), values).collect(Collectors.joining("\n"));
	}

	private boolean isWorded(FieldChange field) {
		return this.texts.isWorded(field.field(), locale(), field.now(), field.after());
	}

	private @Nullable String shown(FieldChange field, String value) {
		return value.isEmpty() ? null : this.texts.value(field.field(), value, locale());
	}

	/** The labels of fields, one after the other. */
	String labels(List<String> fields) {
		return fields.stream().map((field) -> this.texts.label(field, locale())).collect(Collectors.joining(", "));
	}

	private @Nullable String reason(@Nullable Reason reason) {
		return (reason != null) ? this.messages.getMessage(reason.code(), reason.arguments().toArray()) : null;
	}

	private String text(String key) {
		return this.messages.getMessage(key);
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	/** One of the two systems. */
	record SystemView(String name, List<ObjectView> objects) {

	}

	/**
	 * One object: what it is, its name, what happens to it, why most of its fields
	 * change, by which call with which values, and the field in which something else is
	 * chosen, if there is one.
	 */
	record ObjectView(String kind, String name, String operation, String operationCode, @Nullable String reason,
			String technical, @Nullable String chosenAt, List<FieldView> fields) {

		public boolean writes() {
			return !this.operationCode.equals("NONE");
		}

		public boolean isNew() {
			return this.operationCode.equals("CREATE");
		}

		/** What is of this connection alone. */
		public List<FieldView> own() {
			return this.fields.stream().filter((field) -> !field.alike()).toList();
		}

		/** What every new connection has. */
		public List<FieldView> alike() {
			return this.fields.stream().filter(FieldView::alike).toList();
		}

	}

	/**
	 * One field as the diff table shows it; worded where it shows words for what is
	 * written, alike where every new connection has the same.
	 */
	record FieldView(String what, @Nullable String now, @Nullable String after, boolean worded, String change,
			boolean secret, boolean alike, @Nullable String reason, @Nullable Term term) {

	}

}
