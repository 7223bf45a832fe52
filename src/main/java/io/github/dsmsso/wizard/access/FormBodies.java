package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a form as a whole, by a deadline, before anybody looks into it. Tomcat waits for
 * each byte anew, so that a form which trickles in would keep its thread for as long as
 * its sender likes. A form that can only be refused, because it belongs to no session or
 * to one that the code has not opened, is taken for an empty one and never read.
 */
class FormBodies extends OncePerRequestFilter {

	static final Duration DEADLINE = Duration.ofSeconds(10);

	/** How many forms of people who have not typed the code are read at the same time. */
	static final int PLACES = 600;

	private static final Set<String> OPEN = Set.of("/access", "/theme");

	private final Semaphore places = new Semaphore(PLACES);

	private final boolean setupCode;

	private final Clock clock;

	FormBodies(boolean setupCode, Clock clock) {
		this.setupCode = setupCode;
		this.clock = clock;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		boolean opened = session != null && isOpened(session);
		if (session == null || !(opened || OPEN.contains(request.getServletPath()))) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
			chain.doFilter(FormRequest.empty(request), response);
		}
		else {
			HttpServletRequest form = opened ? read(request, response) : readOfStranger(request, response);
			if (form != null) {
				chain.doFilter(form, response);
			}
		}
	}

	private boolean isOpened(HttpSession session) {
		return !this.setupCode
				|| session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

	private @Nullable HttpServletRequest readOfStranger(HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (!this.places.tryAcquire()) {
			refuse(response);
			return null;
		}
		try {
			return read(request, response);
		}
		finally {
			this.places.release();
		}
	}

	/** Returns null where the form did not come or says nothing, and was answered. */
	private @Nullable HttpServletRequest read(HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		byte[] body = new byte[request.getContentLength()];
		if (!fill(body, request)) {
			giveUp(request, response);
			return null;
		}
		try {
			return FormRequest.of(request, new String(body, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return null;
		}
	}

	/**
	 * Where the sender has gone, or stands still for too long, Tomcat has answered
	 * already; it would tell its reason as an error of the wizard.
	 */
	private static void giveUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
		request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
		if (!response.isCommitted()) {
			response.sendError(HttpStatus.REQUEST_TIMEOUT.value());
		}
	}

	private boolean fill(byte[] body, HttpServletRequest request) {
		Instant deadline = this.clock.instant().plus(DEADLINE);
		int filled = 0;
		int count = 0;
		try {
			InputStream in = request.getInputStream();
			while (count >= 0 && filled < body.length && this.clock.instant().isBefore(deadline)) {
				count = in.read(body, filled, body.length - filled);
				filled += Math.max(0, count);
			}
		}
		catch (IOException ex) {
			logger.debug("A form did not arrive: " + ex.getClass().getName());
		}
		return filled == body.length;
	}

	/** Plain text: a page of its own would cost more than the form. */
	private static void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DEADLINE.toSeconds()));
		response.setContentType(MediaType.TEXT_PLAIN_VALUE);
		response.getWriter().println("Too many forms were sent at the same time. Try again in a moment.");
	}

}
