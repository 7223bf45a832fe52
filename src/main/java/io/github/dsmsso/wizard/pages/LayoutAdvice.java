package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.List;

import io.github.dsmsso.wizard.http.HttpProperties;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page needs.
 */
@ControllerAdvice
class LayoutAdvice {

	/** How long before a session ends the page offers to go on. */
	private static final Duration NOTICE = Duration.ofMinutes(2);

	private final WizardSession session;

	private final Duration timeout;

	private final Duration deadline;

	LayoutAdvice(WizardSession session, @Value("${server.servlet.session.timeout}") Duration timeout,
			HttpProperties http) {
		this.session = session;
		this.timeout = timeout;
		this.deadline = http.deadline();
	}

	/** How long an answer of either server is waited for, in seconds. */
	@ModelAttribute("deadline")
	long deadline() {
		return this.deadline.toSeconds();
	}

	/** How long a session lasts without a click, in minutes. */
	@ModelAttribute("sessionMinutes")
	long sessionMinutes() {
		return this.timeout.toMinutes();
	}

	@ModelAttribute("warnAfter")
	Duration warnAfter() {
		return this.timeout.minus(NOTICE);
	}

	@ModelAttribute("theme")
	Theme theme(HttpServletRequest request) {
		return Theme.of(request);
	}

	@ModelAttribute("themes")
	List<Theme> themes() {
		return List.of(Theme.values());
	}

	@ModelAttribute("steps")
	List<WizardStep> steps(HttpServletRequest request) {
		return isCheck(request) ? WizardStep.ofCheck() : WizardStep.counted();
	}

	/** Whether nothing but a check was asked for; asking begins no session. */
	@ModelAttribute("onlyCheck")
	boolean isCheck(HttpServletRequest request) {
		return request.getSession(false) != null && this.session.isCheck();
	}

	/** Replaced by the page that has something to complain about. */
	@ModelAttribute("errors")
	FormErrors errors() {
		return FormErrors.none();
	}

	/**
	 * Where the theme switch returns to, as a path of the wizard, wherever that lives; an
	 * error page is no place to return to.
	 */
	@ModelAttribute("here")
	@Nullable String here(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.REQUEST) ? request.getServletPath() : null;
	}

}
