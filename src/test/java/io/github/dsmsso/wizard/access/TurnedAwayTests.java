package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link RequestGuard} lets pass and what it turns away, case by case;
 * {@link RequestGuardTests} sends the same over sockets.
 */
class TurnedAwayTests {

	private static final int PASSED = 200;

	private static final String FORM = "application/x-www-form-urlencoded";

	private final RequestGuard guard = new RequestGuard(new AllowedHosts(List.of("wizard.example.org:8443")));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@CsvSource({ "localhost, 8080, localhost:8080, 200", "wizard.example.org, 8443, wizard.example.org:8443, 200",
			"wizard.example.org, 8443, wizard.example.org, 200", "wizard.example.org, 8443, , 200",
			"wizard.example.org, 80, wizard.example.org, 421", "evil.example, 8080, evil.example:8080, 421",
			"localhost, 8080, evil.example, 421", "evil.example, 8080, localhost, 421" })
	void theNameThatWasAskedForAndTheOneThatCameInHaveToBeItsOwn(String name, int port, @Nullable String host,
			int status) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/") {

			@Override
			public String getServerName() {
				return name;
			}

		};
		request.setServerPort(port);
		if (host != null) {
			request.addHeader("Host", host);
		}
		assertThat(statusOf(request)).isEqualTo(status);
	}

	@Test
	void whoAsksForAnotherNameIsToldInPlainTextWhatToDo() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.setServerName("evil.example");
		assertThat(statusOf(request)).isEqualTo(421);
		assertThat(this.response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
		assertThat(this.response.getContentAsString()).contains("wizard.access.allowed-hosts")
			.doesNotContain("evil.example");
	}

	@ParameterizedTest
	@CsvSource({ "GET, 200", "HEAD, 200", "PUT, 405", "TRACE, 405", "OPTIONS, 405" })
	void otherMethodsThanThoseOfLinksAndFormsAreRefused(String method, int status) throws Exception {
		assertThat(statusOf(new MockHttpServletRequest(method, "/"))).isEqualTo(status);
		assertThat(this.response.getHeader("Allow")).isEqualTo((status == 405) ? "GET, HEAD, POST" : null);
	}

	@Test
	void nobodyOpensThePageOfErrorsForItsOwnSake() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setServletPath("/error");
		assertThat(statusOf(request)).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "GET, same-origin, cors, empty, 200", "GET, none, navigate, document, 200",
			"GET, cross-site, navigate, document, 200", "GET, cross-site, navigate, iframe, 403",
			"GET, cross-site, no-cors, document, 403", "GET, cross-site, , , 403", "GET, , , , 200",
			"POST, same-origin, navigate, document, 200", "POST, none, navigate, document, 200",
			"POST, cross-site, navigate, document, 403", "POST, , , , 200" })
	void anotherSiteMayLinkToAPageAndNothingElse(String method, @Nullable String site, @Nullable String mode,
			@Nullable String destination, int status) throws Exception {
		MockHttpServletRequest request = "POST".equals(method) ? form(0, FORM)
				: new MockHttpServletRequest(method, "/");
		addHeader(request, "Sec-Fetch-Site", site);
		addHeader(request, "Sec-Fetch-Mode", mode);
		addHeader(request, "Sec-Fetch-Dest", destination);
		assertThat(statusOf(request)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "http, 80, http://localhost, 200", "http, 80, http://localhost:80, 403",
			"http, 443, http://localhost:443, 200", "http, 443, http://localhost, 403",
			"https, 443, https://localhost, 200", "https, 443, https://localhost:443, 403",
			"https, 80, https://localhost:80, 200", "https, 80, https://localhost, 403",
			"http, 8080, http://localhost:8080, 200", "http, 8080, HTTP://LOCALHOST:8080, 200",
			"http, 8080, http://localhost, 403", "http, 8080, null, 403", "http, 8080, , 200" })
	void aFormComesFromTheWizardsOwnOriginWhereItsUsualPortIsNotNamed(String scheme, int port, @Nullable String origin,
			int status) throws Exception {
		MockHttpServletRequest request = form(0, FORM);
		request.setScheme(scheme);
		request.setSecure("https".equals(scheme));
		request.setServerPort(port);
		addHeader(request, "Origin", origin);
		assertThat(statusOf(request)).isEqualTo(status);
	}

	@Test
	void whereALinkComesFromDoesNotMatter() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
		request.addHeader("Origin", "https://evil.example");
		assertThat(statusOf(request)).isEqualTo(PASSED);
	}

	@ParameterizedTest
	@CsvSource({ "65536, 200", "65537, 413", "1, 200", "0, 200", "-1, 411" })
	void aFormSaysHowLongItIsAndHas64KibibytesAtMost(long length, int status) throws Exception {
		assertThat(statusOf(form(length, FORM))).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { FORM, FORM + ";charset=UTF-8" })
	void aPlainFormIsTaken(String type) throws Exception {
		assertThat(statusOf(form(2, type))).isEqualTo(PASSED);
	}

	@ParameterizedTest
	@CsvSource({ "application/json", "multipart/form-data", "text/plain", "''" })
	void anythingElseIsNotUnlessItIsEmpty(String type) throws Exception {
		assertThat(statusOf(form(2, type.isEmpty() ? null : type))).isEqualTo(415);
		assertThat(statusOf(form(0, type.isEmpty() ? null : type), new MockHttpServletResponse())).isEqualTo(PASSED);
	}

	private int statusOf(MockHttpServletRequest request) throws IOException, ServletException {
		return statusOf(request, this.response);
	}

	/** The status of a refusal; where the request is passed on, {@link #PASSED}. */
	private int statusOf(MockHttpServletRequest request, MockHttpServletResponse response)
			throws IOException, ServletException {
		MockFilterChain chain = new MockFilterChain();
		this.guard.doFilter(request, response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == PASSED);
		return response.getStatus();
	}

	private static MockHttpServletRequest form(long length, @Nullable String type) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/nas") {

			@Override
			public long getContentLengthLong() {
				return length;
			}

		};
		request.setContentType(type);
		return request;
	}

	private static void addHeader(MockHttpServletRequest request, String name, @Nullable String value) {
		if (value != null) {
			request.addHeader(name, value);
		}
	}

}
