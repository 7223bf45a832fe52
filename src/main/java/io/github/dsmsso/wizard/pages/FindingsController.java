package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.verify.CheckResult;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What can be done with what the checks found: have it fixed, or take it away.
 */
@Controller
@RequestMapping("/prove")
class FindingsController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Proofs proofs;

	private final Mending mending;

	private final CheckReports reports;

	private final CheckDownloads downloads;

	FindingsController(WizardSession session, Submissions submissions, Proofs proofs, Mending mending,
			CheckReports reports, CheckDownloads downloads) {
		this.session = session;
		this.submissions = submissions;
		this.proofs = proofs;
		this.mending = mending;
		this.reports = reports;
		this.downloads = downloads;
	}

	/**
	 * Plans the change that one finding asks for; what is not found any more is no plan.
	 */
	@PostMapping("/mend")
	String mend(@RequestParam String check, RedirectAttributes redirect) {
		return this.submissions.of(WizardStep.PROVE.path(), redirect).attempt(() -> {
			Optional<CheckResult> found = this.proofs.latest(this.session)
				.report()
				.of(check)
				.filter(Mending::isPossible);
			if (found.isEmpty() || !this.session.isSettled()) {
				return "redirect:" + WizardStep.PROVE.path();
			}
			this.mending.plan(this.session, found.get());
			return "redirect:" + WizardStep.REVIEW.path();
		});
	}

	/**
	 * What the checks found, as a file.
	 * @param names hidden where it is to be shown to strangers
	 */
	@GetMapping("/report.{extension}")
	ResponseEntity<byte[]> download(@PathVariable String extension, @RequestParam(defaultValue = "") String names) {
		return this.downloads.of(this.reports.of(this.session, names.equals("hidden")), extension);
	}

}
