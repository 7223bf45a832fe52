package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class SessionAgeTests {

	private final MockHttpSession session = new MockHttpSession();

	@ParameterizedTest
	@CsvSource({ "3599999, false", "3600000, true", "3600001, true" })
	void aSessionLastsForLessThanItsLimit(long milliseconds, boolean ended) throws Exception {
		assertThat(isPassedOnAfter(Duration.ofMillis(milliseconds))).isTrue();
		assertThat(this.session.isInvalid()).isEqualTo(ended);
	}

	@Test
	void whatIsUnderWayInItLetsItLastAndWhatHasEndedDoesNot() throws Exception {
		boolean[] underWay = { true };
		this.session.setAttribute("name", "Anna");
		this.session.setAttribute("run", (Lasting) () -> underWay[0]);
		assertThat(isPassedOnAfter(Duration.ofHours(2))).isTrue();
		assertThat(this.session.isInvalid()).isFalse();
		underWay[0] = false;
		assertThat(isPassedOnAfter(Duration.ofHours(2))).isTrue();
		assertThat(this.session.isInvalid()).isTrue();
	}

	@Test
	void whoHasNoSessionIsGivenNone() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		MockFilterChain chain = new MockFilterChain();
		new SessionLimit(Duration.ofHours(1), Clock.systemUTC()).doFilter(request, new MockHttpServletResponse(),
				chain);
		assertThat(chain.getRequest()).isSameAs(request);
		assertThat(request.getSession(false)).isNull();
	}

	private boolean isPassedOnAfter(Duration age) throws IOException, ServletException {
		Instant now = Instant.ofEpochMilli(this.session.getCreationTime()).plus(age);
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setSession(this.session);
		MockFilterChain chain = new MockFilterChain();
		new SessionLimit(Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC)).doFilter(request,
				new MockHttpServletResponse(), chain);
		return chain.getRequest() != null;
	}

}
