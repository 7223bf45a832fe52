package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.shared.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a problem that no page took care of on a page of its own.
 */
@ControllerAdvice
class ProblemAdvice {

	@ExceptionHandler(ProblemException.class)
	ModelAndView tell(ProblemException ex, HttpServletRequest request) {
		ModelAndView page = new ModelAndView("error/problem");
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("theme", Theme.of(request));
		page.addObject("problem", ex.problem());
		return page;
	}

}
