package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Suggestion;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
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
		boolean localAllowed = Boolean.TRUE.equals(desired.allowLocalUser());
		People found = this.people.read(state.requireConnection(), desired.access(), localAllowed);
		model.addAttribute("existing", suggestion(state).existingProvider().map(OAuth2Provider::name).orElse(null));
		PeopleForm form = shown(model, desired);
		model.addAttribute("form", form);
		this.views.describe(model, found, desired.withAccess(form.access()), authentik.surroundings());
		return "wizard/people";
	}

	/** What was sent last and led back here, else what is chosen or suggested. */
	private static PeopleForm shown(Model model, DesiredState desired) {
		PeopleForm chosen = PeopleForm.of(desired);
		return (model.getAttribute("form") instanceof PeopleForm sent) ? sent.over(chosen) : chosen;
	}

	@PostMapping
	String submit(PeopleForm form, BindingResult binding, @RequestParam(required = false) @Nullable String look,
			RedirectAttributes redirect) {
		WizardState state = this.session.state();
		redirect.addFlashAttribute("form", form);
		return this.submissions.of("/people", redirect).attempt(() -> {
			requireReadable(binding);
			AuthentikAnswer.Connected authentik = state.requireConnectedAuthentik().requireConnected();
			this.session.choose(state, form.toDesiredState(desired(state), authentik.surroundings()));
			return "redirect:" + ((look != null) ? WizardStep.PEOPLE : WizardStep.REVIEW).path();
		});
	}

	/** A choice that no page offers cannot be read at all. */
	private static void requireReadable(BindingResult binding) {
		FieldError wrong = binding.getFieldError();
		if (wrong != null) {
			throw new FieldException(wrong.getField(), Problem.of("form.choice-unknown"));
		}
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
