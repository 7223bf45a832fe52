package io.github.dsmsso.wizard.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.connection.ElsewhereException;
import io.github.dsmsso.wizard.pages.FieldException.Complaint;
import io.github.dsmsso.wizard.pages.FormErrors.FormError;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.texts.ProblemTexts;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Handles what a form brings: it leads on, or back to the form with what was typed,
 * except secrets, and with what to do.
 */
@Component
class Submissions {

	private final ProblemTexts texts;

	Submissions(ProblemTexts texts) {
		this.texts = texts;
	}

	/**
	 * A form that was sent.
	 * @param form the page with the form, to go back to
	 * @param redirect carries what is to be shown there
	 */
	Submission of(String form, RedirectAttributes redirect) {
		return new Submission(form, redirect);
	}

	private FormError error(Complaint complaint) {
		return new FormError(complaint.field(), this.texts.inShort(complaint.problem()));
	}

	/** One form that was sent. */
	final class Submission {

		private final String form;

		private final RedirectAttributes redirect;

		private final Map<String, String> typed = new HashMap<>();

		private Submission(String form, RedirectAttributes redirect) {
			this.form = form;
			this.redirect = redirect;
		}

		/** Shows a typed value again if it comes to that; never a secret. */
		Submission keeping(String field, String typed) {
			this.typed.put(field, typed);
			return this;
		}

		/**
		 * Does what the form asks for.
		 * @param action does it and returns where to go
		 * @return where to go
		 */
		String attempt(Supplier<String> action) {
			try {
				return action.get();
			}
			catch (FieldException ex) {
				return back(ex.complaints());
			}
			catch (OvertakenException ex) {
				return leadTo(ex);
			}
			catch (ElsewhereException ex) {
				this.redirect.addFlashAttribute("suggestion", ex.address().toString());
				return back(ex.problem());
			}
			catch (ProblemException ex) {
				return back(ex.problem());
			}
		}

		private String back(Problem problem) {
			this.redirect.addFlashAttribute("problem", problem);
			return backToTheForm();
		}

		private String backToTheForm() {
			this.typed.forEach(this.redirect::addFlashAttribute);
			return "redirect:" + this.form;
		}

		/** What was typed belongs to another answer than the one that stands now. */
		private String leadTo(OvertakenException overtaken) {
			this.redirect.getFlashAttributes().clear();
			this.redirect.addFlashAttribute("problem", overtaken.problem());
			return "redirect:" + overtaken.path();
		}

		private String back(List<Complaint> complaints) {
			this.redirect.addFlashAttribute("errors",
					new FormErrors(complaints.stream().map(Submissions.this::error).toList()));
			return backToTheForm();
		}

	}

}
