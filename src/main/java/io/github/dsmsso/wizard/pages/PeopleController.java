package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.accounts.PeopleReader;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.shared.Problem;
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

	private final Proposals proposals;

	private final PeopleReader people;

	private final PeopleViews views;

	PeopleController(WizardSession session, Submissions submissions, Proposals proposals, PeopleReader people,
			PeopleViews views) {
		this.session = session;
		this.submissions = submissions;
		this.proposals = proposals;
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
		Proposal proposal = proposal(state);
		DesiredState desired = (state.desired() != null) ? state.desired() : proposal.desired();
		People found = this.people.read(state.requireConnection(), proposal.question(desired));
		PeopleForm form = shown(model, desired);
		model.addAttribute("form", form);
		this.views.describe(model, found, desired.withAccess(form.access()), proposal.surroundings());
		this.views.describe(model, proposal, desired);
		return "wizard/people";
	}

	/** What was sent last and led back here, else what is chosen or suggested. */
	private static PeopleForm shown(Model model, DesiredState desired) {
		PeopleForm chosen = PeopleForm.of(desired);
		return (model.getAttribute("form") instanceof PeopleForm sent) ? sent.over(chosen) : chosen;
	}

	@PostMapping
	String submit(PeopleForm form, BindingResult binding, @RequestParam(required = false) @Nullable String look,
			@RequestParam(required = false) @Nullable String useAddress,
			@RequestParam(required = false) @Nullable String useProvider, RedirectAttributes redirect) {
		WizardState state = this.session.state();
		if (useProvider != null) {
			return this.submissions.of("/people", redirect).attempt(() -> proposeWith(state, useProvider));
		}
		redirect.addFlashAttribute("form", (useAddress != null) ? form.withRedirect(useAddress) : form);
		return this.submissions.of("/people", redirect).attempt(() -> {
			requireReadable(binding);
			Proposal proposal = proposal(state);
			WizardState answered = this.session.state();
			DesiredState suggested = (answered.desired() != null) ? answered.desired() : proposal.desired();
			PeopleForm chosen = (useAddress != null) ? form.withRedirect(useAddress) : form;
			this.session.choose(answered, chosen.toDesiredState(suggested, proposal.surroundings()));
			boolean stays = look != null || useAddress != null;
			return "redirect:" + (stays ? WizardStep.PEOPLE : WizardStep.REVIEW).path();
		});
	}

	/** A choice that no page offers cannot be read at all. */
	private static void requireReadable(BindingResult binding) {
		FieldError wrong = binding.getFieldError();
		if (wrong != null) {
			throw new FieldException(wrong.getField(), Problem.of("form.choice-unknown"));
		}
	}

	/** Another provider comes with names and choices of its own. */
	private String proposeWith(WizardState state, String provider) {
		ProviderChoice choice = provider.matches("[0-9]{1,9}") ? ProviderChoice.of(Integer.parseInt(provider))
				: ProviderChoice.ofNew();
		this.session.propose(state, propose(state, choice));
		return "redirect:" + WizardStep.PEOPLE.path();
	}

	/** What was proposed already, else what fits what is found. */
	private Proposal proposal(WizardState state) {
		if (state.proposal() != null) {
			return state.proposal();
		}
		Proposal proposal = propose(state, ProviderChoice.ofLikeliest());
		this.session.propose(state, proposal);
		return proposal;
	}

	private Proposal propose(WizardState state, ProviderChoice choice) {
		return this.proposals.propose(state.requireConnection(), state.requireSignedInNas().requireSignedIn(),
				state.requireConnectedAuthentik().requireConnected().surroundings(), choice);
	}

}
