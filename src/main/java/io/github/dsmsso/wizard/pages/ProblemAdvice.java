package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikException;
import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads a person who cannot go on to the page from which they can; a problem that no page
 * took care of is told on a page of its own.
 */
@ControllerAdvice
class ProblemAdvice {

	private final WizardSession session;

	ProblemAdvice(WizardSession session) {
		this.session = session;
	}

	/**
	 * The answers this page builds on are not given yet, or no longer: of a session that
	 * has ended the first page tells. A form that was sent from such a page is not lost
	 * without a word.
	 */
	@ExceptionHandler
	String notReached(StepNotReachedException exception, HttpServletRequest request) {
		boolean ended = !this.session.isBegun() && EarlierSession.of(request).isPresent();
		tellThere(request);
		return "redirect:" + (ended ? WizardStep.START.path() : exception.path());
	}

	/** What the page that is not reached would have told, the one that is tells. */
	private void tellThere(HttpServletRequest request) {
		FlashMap there = RequestContextUtils.getOutputFlashMap(request);
		Optional.ofNullable(RequestContextUtils.getInputFlashMap(request)).ifPresent(there::putAll);
		if (this.session.isBegun() && "POST".equals(request.getMethod())) {
			there.put("problem", Problem.of("form.overtaken"));
		}
	}

	/** Another tab has changed what this page was made of. */
	@ExceptionHandler
	ModelAndView overtaken(OvertakenException exception, HttpServletRequest request) {
		return askAgain(exception.path(), exception, request);
	}

	/**
	 * A session with DSM ends after some idle minutes: sign in again, with every other
	 * answer kept.
	 */
	@ExceptionHandler
	ModelAndView dsmRefused(DsmException exception, HttpServletRequest request) {
		boolean ended = exception.code().isSessionGone();
		return ended ? askAgain("/nas/sign-in", exception, request) : tell(exception, request);
	}

	/** A token that has ended is asked for again. */
	@ExceptionHandler
	ModelAndView authentikRefused(AuthentikException exception, HttpServletRequest request) {
		boolean ended = exception.reason() == AuthentikException.Reason.TOKEN_INVALID;
		return ended ? askAgain("/authentik/token", exception, request) : tell(exception, request);
	}

	@ExceptionHandler
	ModelAndView tell(ProblemException exception, HttpServletRequest request) {
		ModelAndView page = new ModelAndView("error/problem");
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("theme", Theme.of(request));
		page.addObject("problem", exception.problem());
		page.addObject("again", "GET".equals(request.getMethod()) ? request.getServletPath() : "/");
		return page;
	}

	private static ModelAndView askAgain(String path, ProblemException exception, HttpServletRequest request) {
		RequestContextUtils.getOutputFlashMap(request).put("problem", exception.problem());
		return new ModelAndView("redirect:" + path);
	}

}
