package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * A plan held against the judgement of the set-up that it was made for, by the readings
 * alone.
 */
final class JudgedPlan {

	private JudgedPlan() {
	}

	/** Judges what is found, what is planned, and what that comes to. */
	static Judged of(ExistingSetup setup, Mistake mistake) {
		Plan plan = mistake.in(setup.plan());
		boolean asked = setup.access != null || !setup.accepted.isEmpty();
		Judged judged = new Judged(plan.current().toString());
		Set<String> wrong = mistake.in(codes(setup.settings(plan.desired()).wrongs()));
		judged.expect("nothing is wrong, and planned is " + plan.writes(),
				asked || !wrong.isEmpty() || plan.changesNothing() || !plan.canBeApplied());
		judged.expect("nothing is planned, and wrong is " + wrong, wrong.isEmpty() || !plan.isFulfilled());
		judged.expect("a binding is changed, and nobody chose who may sign in",
				setup.access != null || plan.writes().stream().noneMatch((change) -> change instanceof BindingChange));
		plan.descriptions().forEach((change) -> requireReasons(change, asked, judged));
		judged.is(JudgementTests.kindOf(plan));
		plan.offers().stream().limit(1).forEach((offer) -> judged.is("offered"));
		if (plan.canBeApplied()) {
			requireKept(plan, judged);
			requireDone(setup.apply(plan), plan, mistake, judged);
		}
		return judged;
	}

	/** Nothing that was there is changed without something that was found, or a wish. */
	private static void requireReasons(ChangeDescription change, boolean asked, Judged judged) {
		boolean changes = change.operation() == Operation.UPDATE;
		change.fields().stream().filter((field) -> changes && field.changed()).forEach((field) -> {
			Reason reason = field.reason();
			judged.expect("no reason for " + field, reason != null && (asked || !reason.equals(Reason.choice())));
		});
	}

	/** What DSM can live with stays, whatever else is changed. */
	private static void requireKept(Plan plan, Judged judged) {
		for (Change change : plan.changes()) {
			if (change instanceof ProviderChange provider && provider.before() != null) {
				requireKept(provider.before(), provider.wanted(), plan.desired(), judged);
			}
			if (change instanceof ApplicationChange application && application.before() != null) {
				judged.expect("the policy engine mode is changed",
						application.before().matchAny() == application.wanted().matchAny());
			}
			if (change instanceof OidcSsoChange oidc && plan.changesWhatIsInUse()) {
				requireKept(oidc.before(), oidc.wanted(), plan, judged);
			}
		}
	}

	private static void requireKept(OAuth2Provider before, OAuth2Provider wanted, DesiredState desired, Judged judged) {
		judged.expect("the subject mode is changed", before.subjectMode() == wanted.subjectMode());
		judged.expect("a scope mapping is detached", wanted.propertyMappings().containsAll(before.propertyMappings()));
		judged.expect("a redirect URI of others is removed", desired.accepts(Aspect.REDIRECT) || wanted.redirectUris()
			.containsAll(before.redirectUris().stream().filter(JudgedPlan::isOfOthers).toList()));
		judged.expect("the issuer mode is changed", before.perProviderIssuer() == wanted.perProviderIssuer());
	}

	/** This NAS itself is called by its host name in each of its spellings. */
	private static boolean isOfOthers(AllowedRedirect allowed) {
		return allowed.forLogout() || !allowed.url().contains("//nas.example.com");
	}

	/** Who gets in by what is in use is changed by nothing that is not said. */
	private static void requireKept(OidcSso before, OidcSso wanted, Plan plan, Judged judged) {
		judged.expect("another claim is looked at, and nobody is told", before.userClaim().equals(wanted.userClaim())
				|| before.userClaim().isEmpty() || isSaid(plan, "plan.changes-claim"));
		judged.expect("local accounts are let in, and nobody is told",
				Objects.equals(before.allowLocalUser(), wanted.allowLocalUser())
						|| isSaid(plan, "plan.lets-local-accounts-in"));
		judged.expect("the address is moved, and nobody is told",
				before.redirectUri().isEmpty() || before.redirectUri().toLowerCase(Locale.ROOT).contains("//nas.")
						|| before.redirectUri().equals(wanted.redirectUri()) || isSaid(plan, "plan.moves-address"));
	}

	private static boolean isSaid(Plan plan, String risk) {
		return plan.risks().stream().map(Problem::code).anyMatch(risk::equals);
	}

	private static void requireDone(ExistingSetup after, Plan plan, Mistake mistake, Judged judged) {
		Set<String> wrong = mistake.in(codes(after.settings(plan.desired()).wrongs()));
		judged.expect("still wrong after the plan: " + wrong, codes(plan.byHand()).containsAll(wrong));
		Plan next = after.plan();
		judged.expect("a second plan changes " + next.writes(), next.changesNothing() || !next.canBeApplied());
	}

	private static Set<String> codes(List<Judgement> judgements) {
		return judgements.stream().map(Judgement::code).collect(Collectors.toSet());
	}

}
