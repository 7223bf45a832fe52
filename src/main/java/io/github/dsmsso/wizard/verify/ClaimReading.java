package io.github.dsmsso.wizard.verify;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.SentClaims;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the names that are sent, by what was observed.
 */
final class ClaimReading {

	private ClaimReading() {
	}

	/** The facts; nothing where the application has no provider. */
	static Observed<ClaimFacts> of(Observation observation) {
		AuthentikSide authentik = observation.authentik();
		return authentik.provider()
			.lookFurther(authentik.mappings(), (provider, mappings) -> facts(provider, mappings, observation));
	}

	private static ClaimFacts facts(OAuth2Provider provider, List<ScopeMapping> mappings, Observation observation) {
		ClaimFacts sent = ClaimFacts.of(SentClaims.of(provider, mappings, told(observation)));
		String claim = observation.dsm().sso().find().map((sso) -> sso.oidc().userClaim()).orElse("");
		boolean usual = claim.isEmpty() || DsmRules.isUsername(claim);
		return usual ? sent
				: sent.with(gettingIn(PeopleReading.of(observation)), gettingIn(PeopleReading.byUsername(observation)));
	}

	private static @Nullable Integer gettingIn(Observed<People> people) {
		return people.find().map(People::howManyGetIn).orElse(null);
	}

	/**
	 * The claims that authentik tells of: by a preview, else by what it announces, where
	 * it reckons for nobody in particular.
	 */
	private static @Nullable Collection<String> told(Observation observation) {
		Optional<Collection<String>> previewed = observation.authentik()
			.sample()
			.find()
			.map((sample) -> sample.preview().names());
		return previewed.or(() -> observation.protocol().document().find().map((document) -> document.claims()))
			.orElse(null);
	}

}
