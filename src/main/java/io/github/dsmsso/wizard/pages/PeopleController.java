package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.AccessRules;
import io.github.dsmsso.wizard.accounts.NameRules;
import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleQuestion;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Suggestion;
import io.github.dsmsso.wizard.plan.Surroundings;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who will be able to sign in, who may, and the choices that have a good default.
 */
@Controller
@RequestMapping("/people")
class PeopleController {

	private final WizardSession session;

	private final Submissions submissions;

	private final PeopleReader people;

	private final PeopleViews views;

	PeopleController(WizardSession session, Submissions submissions, PeopleReader people, PeopleViews views) {
		this.session = session;
		this.submissions = submissions;
		this.people = people;
		this.views = views;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.PEOPLE;
	}

	@GetMapping
	String show(Model model) {
		WizardState state = this.session.state();
		NasAnswer.SignedIn nas = state.requireSignedInNas().requireSignedIn();
		AuthentikAnswer.Connected authentik = state.requireConnectedAuthentik().requireConnected();
		requireSomebodyCanSignIn(nas);
		DesiredState desired = desired(state);
		People found = this.people.read(state.requireConnection(), question(state, desired));
		model.addAttribute("existing", suggestion(state).existingProvider().map(OAuth2Provider::name).orElse(null));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", PeopleForm.of(desired));
		}
		this.views.describe(model, found, desired, authentik.surroundings());
		return "wizard/people";
	}

	@PostMapping
	String submit(PeopleForm form, @RequestParam(required = false) @Nullable String look, RedirectAttributes redirect) {
		WizardState state = this.session.state();
		redirect.addFlashAttribute("form", form);
		return this.submissions.of("/people", redirect).attempt(() -> {
			this.session.update(state.withDesired(form.toDesiredState(desired(state))));
			return "redirect:" + ((look != null) ? WizardStep.PEOPLE : WizardStep.REVIEW).path();
		});
	}

	/** What was chosen already, else what fits what is found. */
	private DesiredState desired(WizardState state) {
		DesiredState chosen = state.desired();
		if (chosen != null) {
			return chosen;
		}
		Suggestion suggestion = suggestion(state);
		AuthentikClient authentik = state.requireConnectedAuthentik().client();
		Optional<Application> application = suggestion.existingProvider()
			.map(OAuth2Provider::applicationSlug)
			.flatMap(authentik.applications()::get);
		List<PolicyBinding> bindings = application.map((found) -> authentik.bindings().list(found.pk()))
			.orElse(List.of());
		return suggestion.desiredState(application.orElse(null), bindings);
	}

	/** Who will be able to sign in once all is as desired. */
	private static PeopleQuestion question(WizardState state, DesiredState desired) {
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		Optional<OAuth2Provider> provider = suggestion(state).existingProvider();
		AccessRules access = provider.map(OAuth2Provider::applicationSlug)
			.flatMap(authentik.requireConnected().client().applications()::get)
			.map((application) -> rules(authentik, application).withWished(desired.access()))
			.orElseGet(() -> AccessRules.ofNew(desired.access()));
		NameRules name = names(provider.orElse(null), desired, authentik.requireConnected().surroundings());
		return new PeopleQuestion(access, name, Boolean.TRUE.equals(desired.allowLocalUser()));
	}

	private static AccessRules rules(AuthentikAnswer authentik, Application application) {
		List<PolicyBinding> bindings = authentik.requireConnected().client().bindings().list(application.pk());
		return AccessRules.asTheyAre(application.slug(), bindings, application.matchAny());
	}

	/**
	 * The mappings attached stay; the shipped ones of scopes that nobody answers come.
	 */
	private static NameRules names(@Nullable OAuth2Provider provider, DesiredState desired, Surroundings surroundings) {
		List<String> scopes = List.of(DesiredState.SCOPE.split(" "));
		List<ScopeMapping> mappings = new ArrayList<>(surroundings.scopeMappings());
		mappings.removeIf((mapping) -> provider == null || !provider.propertyMappings().contains(mapping.pk()));
		List<ScopeMapping> attached = List.copyOf(mappings);
		for (String scope : scopes) {
			if (attached.stream().noneMatch((mapping) -> mapping.scopeName().equals(scope))) {
				surroundings.shippedMapping(scope).ifPresent(mappings::add);
			}
		}
		boolean previewed = provider != null && mappings.equals(attached);
		return new NameRules(previewed ? provider.pk() : null, DesiredState.USER_CLAIM, scopes, mappings,
				desired.subjectMode());
	}

	private static Suggestion suggestion(WizardState state) {
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		return new Suggestion(RedirectUri.of(nas.address()), authentik.requirePeer().address(),
				nas.requireSignedIn().sso().oidc(), authentik.requireConnected().surroundings());
	}

	/** DSM 7.1 lets only directory accounts in; without a directory that is nobody. */
	private static void requireSomebodyCanSignIn(NasAnswer.SignedIn nas) {
		boolean directory = nas.description().directory() != Directory.NONE;
		if (!nas.sso().oidc().knowsLocalUsers() && !directory) {
			throw new ProblemException(Problem.of("nas.nobody-could-sign-in"));
		}
	}

}
