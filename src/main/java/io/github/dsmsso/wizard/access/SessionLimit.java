package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is too old, however busy it is kept. Where something is under way
 * in it, it lasts until that has ended.
 */
class SessionLimit extends OncePerRequestFilter {

	private final Duration limit;

	private final Clock clock;

	SessionLimit(Duration limit, Clock clock) {
		this.limit = limit;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null && isTooOld(session) && !isUnderWay(session)) {
			session.invalidate();
		}
		chain.doFilter(request, response);
	}

	private boolean isTooOld(HttpSession session) {
		Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(this.limit);
		return !this.clock.instant().isBefore(end);
	}

	private static boolean isUnderWay(HttpSession session) {
		return Collections.list(session.getAttributeNames())
			.stream()
			.map(session::getAttribute)
			.anyMatch((part) -> part instanceof Lasting lasting && lasting.isUnderWay());
	}

}
