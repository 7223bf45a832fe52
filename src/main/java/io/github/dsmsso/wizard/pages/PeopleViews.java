package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Note;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Proposal;
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

	/** So many are all offered to be chosen; more are searched for. */
	private static final int FEW_GROUPS = 30;

	private static final int FEW_PEOPLE = 12;

	private final MessageSource messages;

	private final PeopleTables tables;

	PeopleViews(MessageSource messages, PeopleTables tables) {
		this.messages = messages;
		this.tables = tables;
	}

	/** Who will be able to sign in. */
	void describe(Model model, People people, PeopleSearch search) {
		model.addAttribute("table", this.tables.table(people, search));
		model.addAttribute("nobody", people.persons().isEmpty());
		model.addAttribute("counts", VerdictCount.of("people.count",
				people.persons().stream().map(Person::verdict).map(PeopleKind::standing).toList()));
		model.addAttribute("unreached", Names.of(people.unreached().stream().map(DsmAccount::name).toList()));
		model.addAttribute("serviceAccounts", Names.of(people.serviceAccounts()));
		model.addAttribute("subjectOptions", subjectOptions(people));
	}

	/** What there is to choose from. */
	void describe(Model model, PeopleForm form, AuthentikInventory inventory, PeopleSearch search) {
		AccessRestriction chosen = form.access();
		model.addAttribute("groupPicks", Picks.of(groupOptions(chosen, inventory), search.person(), FEW_GROUPS));
		model.addAttribute("userPicks", Picks.of(userOptions(chosen, inventory), search.person(), FEW_PEOPLE));
		model.addAttribute("accountOptions", accountOptions());
		model.addAttribute("keyOptions", keyOptions(form.signingKey(), inventory));
		model.addAttribute("keyRequired", inventory.rsaKeys().isEmpty());
		model.addAttribute("flowOptions", flowOptions(form.authorizationFlow(), inventory));
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

	private List<Option> groupOptions(AccessRestriction chosen, AuthentikInventory inventory) {
		return withUnlisted(chosen.groupPks(),
				inventory.groups()
					.stream()
					.map((group) -> new Option(group.pk(), group.name(), null, chosen.groupPks().contains(group.pk())))
					.toList(),
				"people.access.not-listed");
	}

	/**
	 * What is chosen stays to be seen and chosen where a list lacks it: a form without it
	 * would replace it, or take the access away.
	 */
	private List<Option> withUnlisted(Set<?> chosen, List<Option> listed, String why) {
		Set<String> values = listed.stream().map(Option::value).collect(Collectors.toSet());
		Stream<Option> unlisted = chosen.stream()
			.map(String::valueOf)
			.filter((pk) -> !values.contains(pk))
			.sorted()
			.map((pk) -> new Option(pk, pk, text(why), true));
		return Stream.concat(listed.stream(), unlisted).toList();
	}

	/** Those who may be chosen, and whoever is. */
	private List<Option> userOptions(AccessRestriction chosen, AuthentikInventory inventory) {
		return withUnlisted(chosen.userPks(), inventory.users()
			.stream()
			.filter((user) -> (user.active() && !user.isServiceAccount()) || chosen.userPks().contains(user.pk()))
			.map((user) -> new Option(String.valueOf(user.pk()), user.username(),
					user.name().isBlank() ? null : user.name(), chosen.userPks().contains(user.pk())))
			.toList(), "people.access.not-listed");
	}

	private List<Option> accountOptions() {
		return List.of(new Option("true", text("people.accounts.local"), null, false),
				new Option("false", text("people.accounts.directory"), null, false));
	}

	/**
	 * The mode that fits everybody comes first; the e-mail identifies people only where
	 * everyone has one of his own.
	 */
	private List<Option> subjectOptions(People people) {
		boolean ambiguous = people.persons()
			.stream()
			.anyMatch((person) -> person.has(Note.EMAIL_MISSING) || person.has(Note.EMAIL_SHARED));
		return Arrays.stream(SubjectMode.values())
			.sorted(Comparator.comparing((mode) -> mode != SubjectMode.HASHED_USER_ID))
			.map((mode) -> new Option(mode.name(), text("people.subject." + mode),
					(ambiguous && mode == SubjectMode.USER_EMAIL) ? text("people.subject.warning") : null, false))
			.toList();
	}

	private List<Option> keyOptions(@Nullable String chosen, AuthentikInventory inventory) {
		Stream<Option> existing = inventory.rsaKeys().stream().map(PeopleViews::keyOption);
		Option created = new Option(PeopleForm.NEW_KEY, text("people.key.new"), null, false);
		return withUnlisted(chosen, Stream.concat(existing, Stream.of(created)).toList());
	}

	private static Option keyOption(CertificateKeyPair key) {
		return new Option(key.pk(), key.name(), null, false);
	}

	private List<Option> flowOptions(@Nullable String chosen, AuthentikInventory inventory) {
		return withUnlisted(chosen,
				inventory.authorizationFlows()
					.stream()
					.map((flow) -> new Option(flow.pk(), flow.name(), flow.slug(), false))
					.toList());
	}

	private List<Option> withUnlisted(@Nullable String chosen, List<Option> listed) {
		return withUnlisted((chosen == null || chosen.isEmpty()) ? Set.of() : Set.of(chosen), listed,
				"people.not-listed");
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * Names, of which the first are shown.
	 *
	 * @param first the first
	 * @param all how many there are
	 */
	record Names(List<String> first, int all) {

		private static final int SHOWN = 50;

		static Names of(List<String> names) {
			return new Names(names.stream().limit(SHOWN).toList(), names.size());
		}

		/** How many are not shown. */
		public int more() {
			return this.all - this.first.size();
		}

	}

	/**
	 * What can be chosen: all of it where that is little, else what is chosen already and
	 * what was searched for.
	 *
	 * @param options what is offered
	 * @param more how many more were found
	 * @param partial whether there is more to search for
	 */
	record Picks(List<Option> options, int more, boolean partial) {

		private static final int FOUND = 20;

		static Picks of(List<Option> all, String part, int few) {
			if (all.size() <= few) {
				return new Picks(all, 0, false);
			}
			List<Option> found = all.stream()
				.filter((option) -> !option.checked() && !part.isEmpty() && option.fits(part.toLowerCase(Locale.ROOT)))
				.toList();
			List<Option> offered = Stream.concat(all.stream().filter(Option::checked), found.stream().limit(FOUND))
				.toList();
			return new Picks(offered, Math.max(0, found.size() - FOUND), true);
		}

	}

	/** A choice of a form. */
	record Option(String value, String label, @Nullable String hint, boolean checked) {

		boolean fits(String part) {
			return Stream.of(this.label, (this.hint != null) ? this.hint : "")
				.anyMatch((name) -> name.toLowerCase(Locale.ROOT).contains(part));
		}

	}

}
