package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.export.Setup;
import io.github.dsmsso.wizard.export.SetupFormat;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The set-up as files for other tools: of the run, where there was one, else of the plan
 * on the review page. Neither system is asked.
 */
@Controller
class CodeController {

	private final WizardSession session;

	private final List<SetupFormat> formats;

	CodeController(WizardSession session, List<SetupFormat> formats) {
		this.session = session;
		this.formats = formats;
	}

	@ModelAttribute("step")
	@Nullable WizardStep step() {
		return (this.session.run() != null) ? WizardStep.RECORD : WizardStep.REVIEW;
	}

	@GetMapping("/code")
	String show(Model model) {
		Setup setup = setup();
		model.addAttribute("formats",
				this.formats.stream().map((format) -> new FormatView(format.id(), format.fits(setup))).toList());
		model.addAttribute("applied", this.session.run() != null);
		return "wizard/code";
	}

	@GetMapping("/code/{id}")
	ResponseEntity<byte[]> download(@PathVariable String id) {
		Setup setup = setup();
		SetupFormat format = this.formats.stream()
			.filter((candidate) -> candidate.id().equals(id) && candidate.fits(setup))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return Download.of(format.fileName(setup), format.mediaType(), format.write(setup));
	}

	private Setup setup() {
		WizardState state = this.session.state();
		Connection connection = state.requireConnection();
		return Setup
			.of(plan(state), state.requireProposal().inventory(), connection.dsm().server().peer(),
					connection.dsm().account(), connection.authentik().peer())
			.orElseThrow(() -> new StepNotReachedException(WizardStep.REVIEW.path()));
	}

	/** Of a run only where all of it stands: the summary tells what became of another. */
	private Plan plan(WizardState state) {
		ApplyRun run = this.session.currentRun();
		if (run != null) {
			if (!this.session.isSettled()) {
				throw new StepNotReachedException(WizardStep.RECORD.path());
			}
			return run.plan();
		}
		if (state.draft() == null) {
			throw new StepNotReachedException(WizardStep.REVIEW.path());
		}
		return state.draft().plan();
	}

	/**
	 * A form on the page.
	 *
	 * @param id its name
	 * @param fits whether this set-up can be written so
	 */
	record FormatView(String id, boolean fits) {

	}

}
