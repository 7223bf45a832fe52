package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AccountName;
import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleMatcher;
import io.github.dsmsso.wizard.accounts.Person;
import io.github.dsmsso.wizard.accounts.Person.Verdict;
import io.github.dsmsso.wizard.accounts.Population;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.OwnNames;
import io.github.dsmsso.wizard.judgement.OwnNames.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Holds people against DSM's accounts by one name after the other, as far as that can be
 * reckoned.
 */
final class NameMatching {

	/** Of these the name is the reason. */
	private static final Set<Verdict> BY_NAME = EnumSet.of(Verdict.NO_DSM_ACCOUNT, Verdict.NAME_DIFFERS_IN_CASE,
			Verdict.NAME_DIFFERS_BY_MAIL_FORM, Verdict.NAME_DIFFERS_BY_DOMAIN_FORM);

	private final Proposal proposal;

	private final DesiredState desired;

	private final Everyone everyone;

	private final NameBridge bridge;

	NameMatching(Proposal proposal, DesiredState desired, Everyone everyone) {
		this.proposal = proposal;
		this.desired = desired;
		this.everyone = everyone;
		this.bridge = (desired.bridge() != null) ? desired.bridge() : new NameBridge(NameBridge.ATTRIBUTE, Map.of());
	}

	/**
	 * The names, with how many people meet an account by each. Of an attribute that is as
	 * it would be filled in.
	 * @param ownNames asks what people may change themselves, given the attribute
	 */
	List<NameChoice> choices(List<UnmatchedPerson> unmatched, Function<String, OwnNames> ownNames) {
		OwnNames own = ownNames.apply(this.bridge.attribute());
		List<NameChoice> choices = new ArrayList<>();
		this.proposal.claims()
			.stream()
			.filter((claim) -> !this.proposal.isBridged() || !DsmRules.isUsername(claim))
			.map((claim) -> new NameChoice(claim, meeting(claim, null), own.mayChange(Kind.of(claim)), false))
			.forEach(choices::add);
		if (this.proposal.canBridge()) {
			choices.add(new NameChoice(null, meeting(DsmRules.USERNAME_CLAIM, filled(unmatched)),
					own.mayChangeTheAttribute(), false));
		}
		return withSafest(choices);
	}

	private NameBridge filled(List<UnmatchedPerson> unmatched) {
		return new NameBridge(this.bridge.attribute(),
				unmatched.stream()
					.filter((person) -> !person.account().isEmpty())
					.collect(Collectors.toMap(UnmatchedPerson::user, UnmatchedPerson::account, (one, other) -> one)));
	}

	private @Nullable Integer meeting(String claim, @Nullable NameBridge bridged) {
		People people = people(claim, bridged);
		return people.with(Verdict.NAME_NOT_KNOWN).isEmpty()
				? people.gettingIn().size() + people.with(Verdict.ACCESS_NOT_KNOWN).size() : null;
	}

	/** Of two alike, the user name is simpler, and the attribute changes only few. */
	private static List<NameChoice> withSafest(List<NameChoice> choices) {
		Comparator<NameChoice> better = Comparator
			.comparing((NameChoice choice) -> (choice.meeting() != null) ? choice.meeting() : 0)
			.thenComparing((choice) -> Boolean.FALSE.equals(choice.changeable()))
			.thenComparing((choice) -> choice.claim() != null && DsmRules.isUsername(choice.claim()))
			.thenComparing((choice) -> choice.claim() == null);
		Optional<NameChoice> safest = choices.stream()
			.filter((choice) -> !Boolean.TRUE.equals(choice.changeable()))
			.max(better);
		return choices.stream()
			.map((choice) -> safest.filter(choice::equals).isPresent() ? choice.asSafest() : choice)
			.toList();
	}

	/**
	 * Those who may use the application and meet no account by their user name. Once
	 * names were chosen, no others are suggested.
	 */
	List<UnmatchedPerson> unmatched() {
		People people = people(DsmRules.USERNAME_CLAIM, new NameBridge(this.bridge.attribute(), Map.of()));
		Map<String, AuthentikUser> users = this.everyone.people()
			.stream()
			.collect(Collectors.toMap(AuthentikUser::username, Function.identity(), (one, other) -> one));
		List<Person> stranded = people.persons()
			.stream()
			.filter((person) -> BY_NAME.contains(person.verdict()))
			.toList();
		Map<String, String> suggested = (this.desired.bridge() == null) ? suggested(stranded, free(people)) : Map.of();
		return stranded.stream()
			.map((person) -> unmatched(Objects.requireNonNull(users.get(person.username())), suggested))
			.sorted(Comparator.comparing((person) -> person.account().isEmpty()))
			.toList();
	}

	private UnmatchedPerson unmatched(AuthentikUser user, Map<String, String> suggested) {
		String account = Optional.ofNullable(this.bridge.names().get(user.pk()))
			.or(() -> user.attribute(this.bridge.attribute()))
			.orElseGet(() -> suggested.getOrDefault(user.username(), ""));
		return new UnmatchedPerson(user.pk(), user.username(), user.name(), account);
	}

	/** Accounts that nobody else meets. Nobody is proposed to become an administrator. */
	private List<DsmAccount> free(People people) {
		boolean localAllowed = this.proposal.question(this.desired).localAllowed();
		return people.unreached()
			.stream()
			.filter((account) -> localAllowed || account.source() != DsmAccount.Source.LOCAL)
			.filter((account) -> !this.everyone.dsm().administrators().contains(account.name()))
			.toList();
	}

	/** The account that resembles each; none where it resembles two people. */
	private static Map<String, String> suggested(List<Person> stranded, List<DsmAccount> free) {
		Map<String, String> accounts = free.stream()
			.map(DsmAccount::name)
			.collect(Collectors.toMap(NameMatching::bare, Function.identity(), (one, other) -> one));
		Map<String, List<String>> resembling = new HashMap<>();
		stranded.forEach((person) -> Stream.of(person.username(), person.email())
			.flatMap((name) -> Stream.ofNullable(accounts.get(bare(name))))
			.findFirst()
			.ifPresent((account) -> resembling.computeIfAbsent(account, (none) -> new ArrayList<>())
				.add(person.username())));
		return resembling.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() == 1)
			.collect(Collectors.toMap((entry) -> entry.getValue().get(0), Map.Entry::getKey));
	}

	/** Without the part before a backslash and after an @, whatever the case. */
	private static String bare(String name) {
		return new AccountName(name).shortForm().toLowerCase(Locale.ROOT);
	}

	private People people(String claim, @Nullable NameBridge bridged) {
		DesiredState wished = this.proposal.withName(this.desired, claim, bridged);
		return PeopleMatcher
			.match(new Population(this.everyone, this.proposal.question(wished), AuthentikAnswers.none()));
	}

}
