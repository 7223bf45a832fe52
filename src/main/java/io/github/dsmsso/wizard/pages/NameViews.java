package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.OwnNames.Kind;
import io.github.dsmsso.wizard.pages.PeopleViews.Option;
import io.github.dsmsso.wizard.plan.NameChoice;
import io.github.dsmsso.wizard.plan.NameChoices;
import io.github.dsmsso.wizard.plan.UnmatchedPerson;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The names by which DSM could know people as the page shows them, in the language of the
 * request.
 */
@Component
class NameViews {

	/** So many people are offered to be given the name of an account that is known. */
	private static final int MOST = 50;

	/** So many others are. */
	private static final int FEW = 12;

	private final MessageSourceAccessor messages;

	private final WizardSession session;

	NameViews(MessageSource messages, WizardSession session) {
		this.messages = new MessageSourceAccessor(messages);
		this.session = session;
	}

	/**
	 * What there is to choose.
	 * @param form what is typed and ticked already
	 */
	void describe(Model model, NameChoices names, PeopleForm form) {
		model.addAttribute("claimOptions", names.choices().stream().map(this::option).toList());
		model.addAttribute("matches", names.choices().stream().map(this::matches).collect(Collectors.joining(" · ")));
		boolean bridge = names.choices().stream().anyMatch((choice) -> choice.claim() == null);
		List<UnmatchedPerson> shown = bridge ? shown(names.unmatched()) : List.of();
		model.addAttribute("namesDiffer", form.isBridged() || !DsmRules.USERNAME_CLAIM.equals(form.userClaim())
				|| names.unmatched().stream().anyMatch((person) -> !person.account().isEmpty()));
		model.addAttribute("nameFields", shown.stream().map((person) -> field(person, form)).toList());
		model.addAttribute("moreNames", bridge ? names.unmatched().size() - shown.size() : 0);
	}

	/** Those for whom an account is known, and the others where they are few. */
	private static List<UnmatchedPerson> shown(List<UnmatchedPerson> unmatched) {
		Stream<UnmatchedPerson> known = unmatched.stream().filter((person) -> !person.account().isEmpty()).limit(MOST);
		Stream<UnmatchedPerson> others = unmatched.stream().filter((person) -> person.account().isEmpty()).limit(FEW);
		return Stream.concat(known, others).toList();
	}

	private NameField field(UnmatchedPerson person, PeopleForm form) {
		String key = String.valueOf(person.user());
		Map<String, String> typed = (form.accounts() != null) ? form.accounts() : Map.of();
		return new NameField("accounts[" + key + "]",
				person.name().isBlank() || person.name().equals(person.username())
						? person.username() : person.name() + " (" + person.username() + ")",
				typed.getOrDefault(key, person.account()),
				this.session.authentikAddress()
					.map((authentik) -> authentik.resolve(ConsolePage.USERS.pathOf(person.user())).toString())
					.orElse(null));
	}

	private Option option(NameChoice choice) {
		String value = (choice.claim() != null) ? choice.claim() : PeopleForm.BRIDGE;
		String hint = Stream.of(text("people.claim.meeting." + kind(choice), count(choice)), changeable(choice))
			.filter((sentence) -> !sentence.isEmpty())
			.collect(Collectors.joining(" "));
		return new Option(value, label(choice), choice.safest() ? hint + " " + text("people.claim.safest") : hint,
				false);
	}

	private static String kind(NameChoice choice) {
		if (choice.meeting() == null) {
			return "unknown";
		}
		return (choice.claim() != null) ? "claim" : "attribute";
	}

	private static int count(NameChoice choice) {
		return (choice.meeting() != null) ? choice.meeting() : 0;
	}

	private String label(NameChoice choice) {
		if (choice.claim() == null) {
			return text("people.claim.attribute");
		}
		return isNamed(choice.claim()) ? text("people.claim." + choice.claim()) : choice.claim();
	}

	/** What would be said once the choice is made, in a few words. */
	private String matches(NameChoice choice) {
		String name = (choice.claim() == null) ? text("people.claim.short.attribute")
				: isNamed(choice.claim()) ? text("people.claim.short." + choice.claim()) : choice.claim();
		return name + ": " + ((choice.meeting() != null) ? choice.meeting() : text("people.claim.short.unknown"));
	}

	private static boolean isNamed(String claim) {
		return claim.equals(DsmRules.USERNAME_CLAIM) || claim.equals(DsmRules.EMAIL_CLAIM);
	}

	private String changeable(NameChoice choice) {
		if (choice.changeable() == null) {
			return text("people.claim.changeable.unknown");
		}
		if (!choice.changeable()) {
			return text("people.claim.changeable.no");
		}
		return text("people.claim.changeable."
				+ ((choice.claim() != null) ? Kind.of(choice.claim()).name().toLowerCase(Locale.ROOT) : "attribute"));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

	/**
	 * A person and the account that the attribute is to name.
	 *
	 * @param id the field of the form
	 * @param label who it is
	 * @param account the name of the account, or an empty string
	 * @param link the page of that user in authentik, or null
	 */
	record NameField(String id, String label, String account, @Nullable String link) {

	}

}
