package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which headers {@link ResponseHeaders} sets; {@link ResponseHeadersTests} sees them
 * arrive.
 */
class HeadersOfAResponseTests {

	private static final String ASSET = "/assets/css/wizard-0123456789abcdef0123456789abcdef.css";

	private final ResponseHeaders headers = new ResponseHeaders(new SecureRandom());

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void thePolicyAndThePageNameTheSameNonceOf128Bits() throws Exception {
		MockHttpServletRequest request = request("/");
		assertThat(isPassedOn(request)).isTrue();
		String nonce = (String) request.getAttribute(ResponseHeaders.NONCE);
		assertThat(Base64.getDecoder().decode(nonce)).hasSize(16).isNotEqualTo(new byte[16]);
		assertThat(this.response.getHeader("Content-Security-Policy")).contains("script-src 'nonce-" + nonce + "'");
	}

	@Test
	void nothingIsFramedGuessedLeakedOrKept() throws Exception {
		isPassedOn(request("/"));
		assertThat(this.response.getHeader("X-Frame-Options")).isEqualTo("DENY");
		assertThat(this.response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(this.response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(this.response.getHeader("Permissions-Policy")).contains("camera=()", "clipboard-write=(self)");
	}

	@ParameterizedTest
	@CsvSource({ ASSET + ", 'public, max-age=31536000, immutable'", "/assets/css/wizard.css, no-store",
			"/pages/wizard-0123456789abcdef0123456789abcdef.css, no-store" })
	void onlyAnAssetThatIsNamedByItsContentIsKept(String path, String caching) throws Exception {
		assertThat(isPassedOn(request(path))).isTrue();
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo(caching);
	}

	@Test
	void thePageOfAnErrorIsNotKeptWhateverTheAddressWas() throws Exception {
		MockHttpServletRequest request = request(ASSET);
		boolean[] passedOn = { false };
		this.headers.doFilter(request, this.response, (ignored, answer) -> {
			request.setDispatcherType(DispatcherType.ERROR);
			request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, ASSET);
			MockFilterChain page = new MockFilterChain();
			this.headers.doFilter(request, answer, page);
			passedOn[0] = page.getRequest() != null;
		});
		assertThat(passedOn[0]).isTrue();
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void anErrorThatTomcatFindsFirstIsProtectedToo() throws Exception {
		MockHttpServletRequest request = request("/error");
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/");
		assertThat(isPassedOn(request)).isTrue();
		assertThat(this.response.getHeader("X-Frame-Options")).isEqualTo("DENY");
	}

	private boolean isPassedOn(MockHttpServletRequest request) throws Exception {
		MockFilterChain chain = new MockFilterChain();
		this.headers.doFilter(request, this.response, chain);
		return chain.getRequest() != null;
	}

	private static MockHttpServletRequest request(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		return request;
	}

}
