package io.github.dsmsso.wizard.plan;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.accounts.Everyone;
import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.ClaimPreview;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.judgement.SentClaims;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Proposes the desired state that fits what is found: a connection that exists is taken
 * up as it is, a new one gets the names of authentik's documentation or the next free
 * ones.
 */
@Component
public class Proposals {

	private final PeopleReader people;

	private final OpenIdProvider provider;

	Proposals(PeopleReader people, OpenIdProvider provider) {
		this.people = people;
		this.provider = provider;
	}

	/**
	 * Proposes.
	 * @param connection both systems
	 * @param nas what signing in to the NAS brought
	 * @param inventory what authentik has
	 * @param choice which provider it shall be
	 * @param listener hears how far the asking about people is, where that is needed
	 * @throws ProblemException where this NAS could let nobody in
	 */
	public Proposal propose(Connection connection, SignedInNas nas, AuthentikInventory inventory, ProviderChoice choice,
			Inquiry.Listener listener) {
		nas.requireSomebodyCanSignIn();
		Reading<Optional<Gate>> gate = Reading.start(() -> gate(connection));
		OidcSso held = nas.sso().oidc();
		NasNames names = NasNames.of(connection.dsmAddress(), nas.description());
		Recognition recognition = new Recognition(held, names.all(), inventory.providers());
		List<Candidate> candidates = recognition.candidates();
		Optional<Candidate> taken = candidates.stream().filter((candidate) -> isChosen(candidate, choice)).findFirst();
		Optional<OAuth2Provider> provider = taken.map(Candidate::provider);
		Optional<Application> application = application(connection, recognition, provider, choice);
		List<PolicyBinding> bindings = bindings(connection, application);
		AuthentikInventory known = inventory.with(claims(connection, provider, inventory),
				nas.description().directory());
		Suggestion suggestion = new Suggestion(names.opened(), connection.authentikAddress(), held, known);
		DesiredState asItIs = suggestion.desiredState(provider, application, bindings,
				FreeNames.in(inventory, connection.authentik())
					.next(DesiredState.USUAL_NAME, provider.isEmpty(), application.isEmpty()));
		Proposal proposal = new Proposal(asItIs, taken.orElse(null), application.orElse(null), bindings,
				held.userClaim(), without(candidates, taken), otherAddresses(names, held, asItIs.redirectUri()), known,
				DefaultAccess.read(connection.authentik()), gate.get().orElse(null));
		return DsmRules.isUsername(asItIs.userClaim()) ? proposal : withPeople(proposal, connection, held, listener);
	}

	private Optional<Gate> gate(Connection connection) {
		URI wellKnown = new ApplicationAddresses(connection.authentikAddress(), DesiredState.USUAL_NAME).wellKnown();
		return this.provider.gate(connection.authentik().peer(), wellKnown);
	}

	/**
	 * A claim of somebody's own is kept where it names DSM accounts; what would be known
	 * by the user name is counted with the mappings that the plan would attach for it.
	 */
	private Proposal withPeople(Proposal proposal, Connection connection, OidcSso held, Inquiry.Listener listener) {
		Everyone everyone = this.people.everyone(connection);
		PeopleQuestion asItIs = proposal.question(proposal.desired());
		PeopleQuestion byUsername = proposal
			.question(Suggestion.byUsername(proposal.desired(), held, proposal.inventory().claims()));
		People found = this.people.read(connection.authentik(), everyone, asItIs, listener);
		People foundByUsername = this.people.read(connection.authentik(), everyone, byUsername, listener);
		ClaimFacts claims = proposal.inventory().claims();
		return proposal.with(claims.with(found.howManyGetIn(), foundByUsername.howManyGetIn()), held);
	}

	private static boolean isChosen(Candidate candidate, ProviderChoice choice) {
		return choice.likeliest() || Integer.valueOf(candidate.provider().pk()).equals(choice.pk());
	}

	/**
	 * The application of the provider; without one, the application that DSM's well-known
	 * URL names, where that has lost its provider.
	 */
	private static Optional<Application> application(Connection connection, Recognition recognition,
			Optional<OAuth2Provider> provider, ProviderChoice choice) {
		Optional<String> slug = provider.map(OAuth2Provider::applicationSlug);
		if (slug.isPresent()) {
			return slug.flatMap(connection.authentik().applications()::get);
		}
		boolean isNew = provider.isEmpty() && !choice.likeliest();
		return isNew ? Optional.empty()
				: recognition.slugInDsm()
					.flatMap(connection.authentik().applications()::get)
					.filter((found) -> found.provider() == null);
	}

	private static List<PolicyBinding> bindings(Connection connection, Optional<Application> application) {
		return application.map((found) -> connection.authentik().bindings().list(found.pk())).orElse(List.of());
	}

	/** The claims of a provider; authentik is asked where somebody made a mapping. */
	private static ClaimFacts claims(Connection connection, Optional<OAuth2Provider> provider,
			AuthentikInventory inventory) {
		return provider.map((found) -> ClaimFacts.of(sentClaims(connection, found, inventory)))
			.orElse(ClaimFacts.unknown());
	}

	private static SentClaims sentClaims(Connection connection, OAuth2Provider provider, AuthentikInventory inventory) {
		SentClaims reckoned = SentClaims.of(provider, inventory.scopeMappings(), null);
		return reckoned.needPreview()
				? SentClaims.of(provider, inventory.scopeMappings(), previewed(connection, provider)) : reckoned;
	}

	private static @Nullable List<String> previewed(Connection connection, OAuth2Provider provider) {
		return connection.authentik()
			.providers()
			.previewUser(provider.pk(), connection.authentik().owner().pk())
			.map(ClaimPreview::names)
			.orElse(null);
	}

	private static List<Candidate> without(List<Candidate> candidates, Optional<Candidate> taken) {
		return candidates.stream().filter((candidate) -> taken.filter(candidate::equals).isEmpty()).toList();
	}

	private static List<RedirectUri> otherAddresses(NasNames names, OidcSso held, RedirectUri proposed) {
		Stream<RedirectUri> inDsm = Stream.of(held.redirectUri())
			.filter(RedirectRules::isWellFormed)
			.map(RedirectUri::new);
		return Stream.concat(names.all().stream(), inDsm)
			.distinct()
			.filter((address) -> !address.equals(proposed))
			.toList();
	}

}
