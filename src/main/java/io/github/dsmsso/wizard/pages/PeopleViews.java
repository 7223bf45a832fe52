package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.accounts.Unasked;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Surroundings;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * People and choices as the page shows them, in the language of the request.
 */
@Component
class PeopleViews {

	private final MessageSource messages;

	PeopleViews(MessageSource messages) {
		this.messages = messages;
	}

	void describe(Model model, People people, DesiredState desired, Surroundings surroundings) {
		List<PersonView> views = people.persons().stream().map(this::view).toList();
		model.addAttribute("people", views);
		model.addAttribute("counts", Count.of("people.count", views.stream().map(PersonView::verdict).toList()));
		model.addAttribute("defaultAccess", people.defaultAccess().name());
		model.addAttribute("unreached", people.unreached().stream().map(DsmAccount::name).toList());
		model.addAttribute("groupOptions", groupOptions(desired, surroundings));
		model.addAttribute("userOptions", userOptions(desired, surroundings));
		model.addAttribute("accountOptions", accountOptions());
		model.addAttribute("subjectOptions", subjectOptions(people));
		model.addAttribute("keyOptions", keyOptions(surroundings));
		model.addAttribute("keyRequired", surroundings.rsaKeys().isEmpty());
		model.addAttribute("flowOptions", flowOptions(surroundings));
	}

	/** Which provider is taken up, and what else there would be to choose. */
	void describe(Model model, Proposal proposal, DesiredState desired) {
		model.addAttribute("existing", (proposal.taken() != null) ? proposal.taken().provider().name() : null);
		model.addAttribute("otherProviders", proposal.others().stream().map(this::candidate).toList());
		model.addAttribute("sharedWith", sharedWith(proposal, desired));
		model.addAttribute("otherAddresses",
				Stream.concat(Stream.of(proposal.desired().redirectUri()), proposal.addresses().stream())
					.filter((address) -> !address.equals(desired.redirectUri()))
					.map(RedirectUri::value)
					.toList());
		model.addAttribute("claimOptions", claimOptions(proposal));
		model.addAttribute("accessHint",
				proposal.question(desired).access().canBeReckoned() ? proposal.defaultAccess().name() : "BOUND");
	}

	private Option candidate(Candidate candidate) {
		OAuth2Provider provider = candidate.provider();
		String slug = provider.applicationSlug();
		String where = (slug != null) ? text("people.provider.with-application", slug)
				: text("people.provider.without-application");
		return new Option(String.valueOf(provider.pk()), provider.name(),
				where + " " + text("people.provider." + candidate.reason()), false);
	}

	/** Addresses at which others sign in by the provider that is taken up. */
	private static List<String> sharedWith(Proposal proposal, DesiredState desired) {
		return (proposal.taken() == null) ? List.of()
				: RedirectRules.ofOthers(proposal.taken().provider().redirectUris(), desired.redirectUri())
					.stream()
					.map(AllowedRedirect::url)
					.toList();
	}

	/** The claim that is looked at, and the user name; nothing where they are one. */
	private List<Option> claimOptions(Proposal proposal) {
		String claim = proposal.desired().userClaim();
		return claim.equals(DsmRules.USERNAME_CLAIM) ? List.of() : List.of(
				new Option(claim, claim, text("people.claim.present"), false),
				new Option(DsmRules.USERNAME_CLAIM, DsmRules.USERNAME_CLAIM, text("people.claim.username"), false));
	}

	private PersonView view(Person person) {
		DsmAccount account = person.account();
		return new PersonView(person.name().isBlank() ? person.username() : person.name(), person.username(),
				(account != null) ? account.name() : null, standing(person), explanation(person));
	}

	/** Why, and what to do; for somebody who gets in only what else is worth knowing. */
	private String explanation(Person person) {
		return Stream.of(name(person), reason(person), notes(person))
			.flatMap((sentences) -> sentences)
			.collect(Collectors.joining(" "));
	}

	private Stream<String> name(Person person) {
		return person.isRenamed() ? Stream.of(text("person.sent", person.sent())) : Stream.of();
	}

	private Stream<String> reason(Person person) {
		String verdict = "person.verdict." + person.verdict();
		Unasked unasked = person.unasked();
		String action = (unasked != null) ? "person.unasked." + unasked : verdict + ".action";
		return person.willGetIn() ? Stream.of() : Stream.of(text(verdict) + ".", text(action));
	}

	/**
	 * That somebody administers DSM is said once, and more urgently where nobody meant
	 * it.
	 */
	private Stream<String> notes(Person person) {
		Stream<String> notes = person.notes()
			.stream()
			.sorted()
			.filter((note) -> note != Note.BECOMES_ADMINISTRATOR || !person.has(Note.ADMINISTRATOR_NOT_CHOSEN))
			.map((note) -> text("person.note." + note) + ".");
		Stream<String> sharing = person.sharing().isEmpty() ? Stream.of()
				: Stream.of(text("person.sharing", String.join(", ", person.sharing())));
		return Stream.concat(notes, sharing);
	}

	private static String standing(Person person) {
		if (person.verdict().isNotKnown()) {
			return "unknown";
		}
		return switch (person.verdict().outlook()) {
			case IN -> "pass";
			case PERHAPS -> "warn";
			case OUT -> "fail";
		};
	}

	private List<Option> groupOptions(DesiredState desired, Surroundings surroundings) {
		return surroundings.groups()
			.stream()
			.map((group) -> new Option(group.pk(), group.name(), null,
					desired.access().groupPks().contains(group.pk())))
			.toList();
	}

	private List<Option> userOptions(DesiredState desired, Surroundings surroundings) {
		return surroundings.users()
			.stream()
			.filter(AuthentikUser::active)
			.map((user) -> new Option(String.valueOf(user.pk()), user.username(), null,
					desired.access().userPks().contains(user.pk())))
			.toList();
	}

	private List<Option> accountOptions() {
		return List.of(new Option("true", text("people.accounts.local"), null, false),
				new Option("false", text("people.accounts.directory"), null, false));
	}

	/** The e-mail identifies people only where everyone has one of his own. */
	private List<Option> subjectOptions(People people) {
		boolean ambiguous = people.persons()
			.stream()
			.anyMatch((person) -> person.has(Note.EMAIL_MISSING) || person.has(Note.EMAIL_SHARED));
		return Arrays.stream(SubjectMode.values())
			.sorted(Comparator.comparing((mode) -> mode != SubjectMode.USER_EMAIL))
			.map((mode) -> new Option(mode.name(), text("people.subject." + mode),
					(ambiguous && mode == SubjectMode.USER_EMAIL) ? text("people.subject.warning") : null, false))
			.toList();
	}

	private List<Option> keyOptions(Surroundings surroundings) {
		Stream<Option> existing = surroundings.rsaKeys().stream().map(PeopleViews::keyOption);
		Option created = new Option(PeopleForm.NEW_KEY, text("people.key.new"), null, false);
		return Stream.concat(existing, Stream.of(created)).toList();
	}

	private static Option keyOption(CertificateKeyPair key) {
		return new Option(key.pk(), key.name(), null, false);
	}

	private static List<Option> flowOptions(Surroundings surroundings) {
		return surroundings.authorizationFlows()
			.stream()
			.map((flow) -> new Option(flow.pk(), flow.name(), flow.slug(), false))
			.toList();
	}

	private String text(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/** A line of the table: name, user name, DSM account, pass/warn/fail, and why. */
	record PersonView(String name, String login, @Nullable String account, String verdict, String text) {

	}

	/** A choice of a form. */
	record Option(String value, String label, @Nullable String hint, boolean checked) {

	}

}
