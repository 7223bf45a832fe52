package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.export.PeopleFile;
import io.github.dsmsso.wizard.pages.PeopleLook.Found;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NameChoices;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
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
 * Who will be able to sign in, who may, and the choices that have a good default. What is
 * typed is kept while somebody searches, and chosen when it is sent.
 */
@Controller
@RequestMapping("/people")
class PeopleController {

	/** The name of the texts that say that a look is under way. */
	private static final String LOOKING = "LOOKING";

	/** What is found by then is shown without a page that says what is being done. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final WizardSession session;

	private final Submissions submissions;

	private final PeopleLooks looks;

	private final PeopleViews views;

	private final NameViews nameViews;

	private final ProgressViews progress;

	private final PeopleFile file;

	PeopleController(WizardSession session, Submissions submissions, PeopleLooks looks, PeopleViews views,
			NameViews nameViews, ProgressViews progress, PeopleFile file) {
		this.session = session;
		this.submissions = submissions;
		this.looks = looks;
		this.views = views;
		this.nameViews = nameViews;
		this.progress = progress;
		this.file = file;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.PEOPLE;
	}

	/**
	 * Looks at both systems anew where the whole page is asked for; not for another part
	 * of it, nor to tell what is wrong with the form.
	 */
	@GetMapping
	String show(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String group,
			@RequestParam(defaultValue = "") String page, @RequestParam(defaultValue = "") String person, Model model) {
		PeopleSearch search = new PeopleSearch(find, group, PeopleSearch.page(page), person);
		WizardState state = this.session.state();
		state.requireConnection();
		PeopleLook look = this.session.look(state, search.isNone() && !isSentBack(model),
				() -> this.looks.begin(state, this.session.look().isEmpty()));
		return look.endsWithin(PATIENCE) ? people(state, look.found(), search, model) : looking(look, model);
	}

	private String people(WizardState state, Found found, PeopleSearch search, Model model) {
		Proposal proposal = found.proposal();
		this.session.propose(state, proposal);
		DesiredState chosen = state.desired();
		DesiredState desired = (chosen != null && state.proposal() == proposal) ? chosen : proposal.desired();
		PeopleForm shown = PeopleForm.of(desired);
		PeopleForm form = this.session.typed().map((typed) -> typed.over(shown)).orElse(shown);
		model.addAttribute("form", form);
		model.addAttribute("search", search);
		this.views.describe(model, found.people(), search);
		this.views.describe(model, form, proposal.inventory(), search);
		this.views.describe(model, proposal, desired);
		this.nameViews.describe(model, found.names(), form);
		return "wizard/people";
	}

	/** Nothing is known yet; the same address is asked again until it is. */
	private String looking(PeopleLook look, Model model) {
		describe(look, model);
		model.addAttribute("refresh", ProgressViews.REFRESH_SECONDS);
		return "wizard/people-looking";
	}

	/** How far the look is; where none is under way, the page around it is outdated. */
	@GetMapping("/progress")
	String progress(Model model) {
		this.session.look().ifPresent((look) -> describe(look, model));
		return ProgressViews.fragment(LOOKING, model);
	}

	/** All that the table holds; where nothing was found yet, the page itself. */
	@GetMapping("/table.csv")
	ResponseEntity<byte[]> download() {
		String host = this.session.state().requireSignedInNas().address().host();
		People people = this.session.look()
			.filter((last) -> last.endsWithin(PATIENCE))
			.orElseThrow(() -> new StepNotReachedException(WizardStep.PEOPLE.path()))
			.found()
			.people();
		return Download.of(this.file.name(host), this.file.mediaType(),
				this.file.write(people, LocaleContextHolder.getLocale()));
	}

	private void describe(PeopleLook look, Model model) {
		boolean over = look.endsWithin(Duration.ZERO);
		model.addAttribute("state", over ? "FOUND" : LOOKING);
		model.addAttribute("lines", this.progress.lines(look.progress()));
		model.addAttribute("progressUrl", over ? null : "/people/progress");
	}

	@PostMapping
	String choose(PeopleForm form, BindingResult binding, @RequestParam(required = false) @Nullable String look,
			RedirectAttributes redirect) {
		return choose(form, binding, (look != null) ? WizardStep.PEOPLE : WizardStep.REVIEW, redirect);
	}

	private String choose(PeopleForm form, BindingResult binding, WizardStep next, RedirectAttributes redirect) {
		this.session.type(form);
		return this.submissions.of("/people", redirect).attempt(() -> {
			WizardState state = this.session.state();
			Proposal proposal = state.requireProposal();
			DesiredState suggested = (state.desired() != null) ? state.desired() : proposal.desired();
			this.session.choose(state, form.toDesiredState(suggested, proposal, names(proposal), unreadable(binding)));
			return "redirect:" + next.path();
		});
	}

	/** What there was to choose from when the page was last shown. */
	private Optional<NameChoices> names(Proposal proposal) {
		return this.session.look()
			.flatMap(PeopleLook::foundBefore)
			.filter((found) -> found.proposal() == proposal)
			.map(Found::names);
	}

	@PostMapping(params = "useAddress")
	String useAddress(PeopleForm form, BindingResult binding, @RequestParam String useAddress,
			RedirectAttributes redirect) {
		return choose(form.withRedirect(useAddress), binding, WizardStep.PEOPLE, redirect);
	}

	/** Another provider comes with names and choices of its own. */
	@PostMapping(params = "useProvider")
	String useProvider(@RequestParam String useProvider) {
		ProviderChoice choice = useProvider.matches("[0-9]{1,9}") ? ProviderChoice.of(Integer.parseInt(useProvider))
				: ProviderChoice.ofNew();
		WizardState state = this.session.state();
		this.session.type(null);
		this.session.look(state, this.looks.begin(state, choice));
		return "redirect:" + WizardStep.PEOPLE.path();
	}

	/**
	 * Another part of the page, with everything typed kept. The Enter key searches where
	 * a new name is typed to be searched for, and else goes on.
	 * @param asked what was searched for before
	 */
	@PostMapping(params = "show")
	String show(PeopleForm form, BindingResult binding, @RequestParam String show,
			@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String person,
			@RequestParam(defaultValue = "") String asked, RedirectAttributes redirect) {
		PeopleSearch search = PeopleSearch.of(find, person, show);
		if (show.equals(PeopleSearch.ENTERED) && search.asked().equals(asked)) {
			return choose(form, binding, WizardStep.REVIEW, redirect);
		}
		this.session.type(form);
		redirect.addAllAttributes(search.parameters());
		return "redirect:" + WizardStep.PEOPLE.path() + (show.equals(PeopleSearch.PERSON) ? "#may" : "#will");
	}

	private static boolean isSentBack(Model model) {
		return model.getAttribute("problem") != null
				|| (model.getAttribute("errors") instanceof FormErrors errors && !errors.isEmpty());
	}

	/** A choice that no page offers cannot be read at all. */
	private static Complaints unreadable(BindingResult binding) {
		Complaints complaints = new Complaints();
		binding.getFieldErrors()
			.stream()
			.map(FieldError::getField)
			.distinct()
			.forEach((field) -> complaints.about(field, Problem.of("form.choice-unknown")));
		return complaints;
	}

}
